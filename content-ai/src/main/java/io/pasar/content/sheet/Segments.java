package io.pasar.content.sheet;

import io.pasar.content.language.Language;
import io.pasar.content.language.LanguageProfile;
import io.pasar.content.language.Languages;
import io.pasar.content.term.Lexer;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.TermMatch;
import io.pasar.content.term.Terminology;
import io.pasar.content.term.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Cuts text into [segments][Segment].
final class Segments {

    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", ";", "。", "！", "？", "；", "؟", "؛");
    private static final Set<TermClass> NOT_IN_TEXT = Set.of(TermClass.LABEL, TermClass.ANSWER);

    private final Terminology terms;
    private final Language source;
    private final List<List<String>> joins;
    private final Set<String> fillers;

    Segments(Terminology terms, Languages languages, Language source) {
        this.terms = terms;
        this.source = source;
        LanguageProfile profile = languages.profile(source);
        this.joins = profile.joins().stream()
                .map(Segments::words)
                .sorted(Comparator.comparingInt((List<String> join) -> join.size())
                        .reversed())
                .toList();
        this.fillers = Set.copyOf(profile.fillers().stream().map(Lexer::normal).toList());
    }

    List<Segment> of(String text) {
        List<Token> tokens = Lexer.tokens(text);
        List<TermMatch> matches = terms.scan(tokens, this::mayStandHere);
        Cutter cutter = new Cutter(text, tokens, matches);
        return cutter.cut();
    }

    private boolean mayStandHere(TermMatch match) {
        boolean readable = match.language() == source || match.language() == Language.EN;
        return readable && !NOT_IN_TEXT.contains(match.term().kind());
    }

    private static List<String> words(String text) {
        return Lexer.tokens(text).stream().map(Token::text).toList();
    }

    /// One pass over the tokens of a text.
    private final class Cutter {

        private final String text;
        private final List<Token> tokens;
        private final List<TermMatch> matches;
        private final List<Segment> segments = new ArrayList<>();
        private List<Segment.Piece> pieces = new ArrayList<>();
        private List<Token> unknown = new ArrayList<>();
        private int first = -1;
        private int last = -1;
        private int sentence;

        Cutter(String text, List<Token> tokens, List<TermMatch> matches) {
            this.text = text;
            this.tokens = tokens;
            this.matches = matches;
        }

        List<Segment> cut() {
            int at = 0;
            while (at < tokens.size()) {
                at = step(at);
            }
            close();
            return List.copyOf(segments);
        }

        private int step(int at) {
            int here = at;
            List<TermMatch> starting =
                    matches.stream().filter(match -> match.from() == here).toList();
            if (!starting.isEmpty()) {
                return word(starting.getFirst());
            }
            int join = joinAt(at);
            if (join > 0 || tokens.get(at).kind() == Token.Kind.MARK) {
                close();
                sentence += SENTENCE_ENDS.contains(tokens.get(at).text()) ? 1 : 0;
                return at + Math.max(1, join);
            }
            take(tokens.get(at), at);
            return at + 1;
        }

        private int word(TermMatch match) {
            reach(match.from(), match.to() - 1);
            if (match.term().kind() != TermClass.NEUTRAL) {
                pieces.add(new Segment.Word(match));
            } else {
                unknown.addAll(tokens.subList(match.from(), match.to()));
            }
            return match.to();
        }

        private void take(Token token, int at) {
            if (token.kind() == Token.Kind.SLOT) {
                pieces.add(new Segment.Slot(text.substring(token.start(), token.end())));
            } else if (!fillers.contains(token.text())) {
                unknown.add(token);
            }
            reach(at, at);
        }

        private void reach(int from, int to) {
            first = first < 0 ? from : first;
            last = to;
        }

        private void close() {
            if (first >= 0) {
                int start = tokens.get(first).start();
                int end = tokens.get(last).end();
                segments.add(new Segment(text, start, end, sentence, List.copyOf(pieces), List.copyOf(unknown)));
            }
            pieces = new ArrayList<>();
            unknown = new ArrayList<>();
            first = -1;
        }

        private int joinAt(int at) {
            return joins.stream()
                    .filter(join -> stands(join, at))
                    .mapToInt(List::size)
                    .findFirst()
                    .orElse(0);
        }

        private boolean stands(List<String> join, int at) {
            if (at + join.size() > tokens.size()) {
                return false;
            }
            Stream<String> here = tokens.subList(at, at + join.size()).stream().map(Token::text);
            return here.toList().equals(join);
        }
    }
}
