package io.pasar.content.copy;

import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Voice;
import io.pasar.content.copy.CopyRequest.ProductInput;
import io.pasar.content.language.Language;
import io.pasar.content.market.Market;
import io.pasar.content.market.Markets;
import io.pasar.kernel.text.TextRules;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Validates requests and says everything that is wrong with one at once.
final class RequestRules {

    private static final int NAME_MAX = 200;
    private static final int VOICE_MAX = 100;
    private static final int LOCALE_MAX = 35;
    private static final int KINDS_MAX = 20;

    private final Markets markets;
    private final Set<Language> languages;

    /// @param languages those the configured models write
    RequestRules(Markets markets, Set<Language> languages) {
        this.markets = markets;
        this.languages = languages;
    }

    /// @throws Problem `invalid-request` naming every wrong value; `unsupported-locale` if only the language is
    ///     one nobody here writes
    ValidRequest validate(CopyRequest request) {
        List<InputError> errors = new ArrayList<>();
        FactsInput facts = new FactsInput();
        String name = name(request.product(), errors);
        readFacts(request.product(), facts);
        errors.addAll(facts.errors());
        Optional<Market> market = market(request.market(), errors);
        Optional<Locale> locale = locale(request.locale(), errors);
        List<CopyKind> kinds = kinds(request.kinds(), errors);
        Voice voice = voice(request.voice(), errors);
        if (market.isEmpty() || locale.isEmpty() || !errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new ValidRequest(name, facts.facts(), market.get(), locale.get(), language(locale.get()), kinds, voice);
    }

    private static String name(@Nullable ProductInput product, List<InputError> errors) {
        if (product == null) {
            errors.add(new InputError("/product", "must be there"));
            return "";
        }
        String name =
                Optional.ofNullable(product.name()).map(TextRules::normalized).orElse("");
        if (name.isEmpty()) {
            errors.add(new InputError("/product/name", "must not be empty"));
        }
        TextRules.objection(name, NAME_MAX, false).ifPresent(why -> errors.add(new InputError("/product/name", why)));
        return name.replaceAll("\\[{2,}", "[").replaceAll("]{2,}", "]");
    }

    private static void readFacts(@Nullable ProductInput product, FactsInput facts) {
        if (product != null) {
            facts.read(product.facts());
            facts.add("/product/brand", "Brand", product.brand());
            facts.add("/product/price", "Price", product.price());
        }
    }

    private Optional<Market> market(@Nullable String code, List<InputError> errors) {
        Optional<Market> market = Optional.ofNullable(code).flatMap(markets::find);
        if (market.isEmpty()) {
            errors.add(new InputError("/market", "must be one of the markets " + String.join(", ", markets.codes())));
        }
        return market;
    }

    private static Optional<Locale> locale(@Nullable String tag, List<InputError> errors) {
        if (tag != null && !tag.isBlank() && tag.length() <= LOCALE_MAX) {
            try {
                return Optional.of(new Locale.Builder().setLanguageTag(tag).build());
            } catch (IllformedLocaleException wrong) {
                errors.add(new InputError("/locale", "must be a BCP 47 language tag such as es-MX"));
                return Optional.empty();
            }
        }
        errors.add(new InputError("/locale", "must be a BCP 47 language tag such as es-MX"));
        return Optional.empty();
    }

    private Language language(Locale locale) {
        return Language.of(locale).filter(languages::contains).orElseThrow(() -> {
            String names =
                    String.join(", ", languages.stream().map(Language::code).toList());
            String detail = "must be in one of the languages " + names + " (zh in simplified characters)";
            return CopyProblem.UNSUPPORTED_LOCALE
                    .because("The model of this service does not write \"" + locale.toLanguageTag()
                            + "\". Ask for one of: " + names + ".")
                    .with(List.of(new InputError("/locale", detail)));
        });
    }

    private static List<CopyKind> kinds(@Nullable List<@Nullable String> names, List<InputError> errors) {
        if (names == null || names.isEmpty() || names.size() > KINDS_MAX) {
            errors.add(new InputError("/kinds", "must name at least one of " + String.join(", ", CopyKind.names())));
            return List.of();
        }
        List<CopyKind> kinds = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<CopyKind> kind = Optional.ofNullable(names.get(i)).flatMap(CopyKind::named);
            kind.ifPresent(kinds::add);
            if (kind.isEmpty()) {
                errors.add(new InputError("/kinds/" + i, "must be one of " + String.join(", ", CopyKind.names())));
            }
        }
        return kinds.stream().distinct().toList();
    }

    private static Voice voice(@Nullable String word, List<InputError> errors) {
        String voice = Optional.ofNullable(word).orElse(Voice.PROFESSIONAL.wireName());
        TextRules.objection(voice, VOICE_MAX, false).ifPresent(why -> errors.add(new InputError("/voice", why)));
        return CopyRules.voice(voice);
    }
}
