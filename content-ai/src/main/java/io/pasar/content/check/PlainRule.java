package io.pasar.content.check;

import io.pasar.content.brief.Draft;
import io.pasar.content.language.Languages;
import io.pasar.kernel.text.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Plain text that answers the question: no markup, no address that no fact gives, no control characters, and not a
/// model excusing itself.
final class PlainRule implements Rule {

    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z!][^>]*>|```|\\*\\*|^#{1,6} ", Pattern.MULTILINE);
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);

    private final Languages languages;

    PlainRule(Languages languages) {
        this.languages = languages;
    }

    @Override
    public Optional<Check> check(Draft draft, Subject subject) {
        String text = draft.whole();
        List<String> wrong = new ArrayList<>();
        TextRules.objection(text, Integer.MAX_VALUE, true).ifPresent(why -> wrong.add("The text " + why + "."));
        if (MARKUP.matcher(text).find()) {
            wrong.add("The text must be plain, without markup.");
        }
        ADDRESS.matcher(text)
                .results()
                .filter(address -> !subject.source().contains(address.group()))
                .forEach(address -> wrong.add("The address " + address.group() + " is in no fact."));
        refusal(text).ifPresent(phrase -> wrong.add("\"" + phrase + "\" is a refusal, not copy."));
        return Rule.of(draft.kind(), "plain", "Plain text, no refusal, no markup, no foreign address.", wrong);
    }

    private Optional<String> refusal(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        return languages
                .all(profile -> profile.refusals())
                .filter(phrase -> lower.contains(phrase.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
