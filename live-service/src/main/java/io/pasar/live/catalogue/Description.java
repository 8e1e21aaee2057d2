package io.pasar.live.catalogue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/// A product's description in the two forms that are safe to hand out. Descriptions are HTML from outside: what
/// is not plain text structure (scripts, styles, forms, frames, event handlers, `javascript:` and `data:`
/// addresses) is dropped, never escaped into view.
///
/// @param html text structure, links with `rel="nofollow noopener"`, images by `https` or `http`, nothing else
/// @param text the same words without any markup, paragraphs on lines of their own
public record Description(String html, String text) {

    /// No description.
    public static final Description NONE = new Description("", "");

    private static final Cleaner CLEANER =
            new Cleaner(Safelist.relaxed().addEnforcedAttribute("a", "rel", "nofollow noopener"));
    private static final OutputSettings COMPACT = new OutputSettings().prettyPrint(false);
    private static final String OWN_LINE = "p, div, li, tr, blockquote, pre, h1, h2, h3, h4, h5, h6";

    /// Sanitises HTML or plain text from outside.
    public static Description of(String untrusted) {
        if (untrusted.isBlank()) {
            return NONE;
        }
        Document clean = CLEANER.clean(Jsoup.parseBodyFragment(untrusted)).outputSettings(COMPACT);
        String html = clean.body().html().strip();
        return new Description(html, plain(clean));
    }

    private static String plain(Document clean) {
        clean.select("br").after("\n");
        clean.select(OWN_LINE).append("\n");
        return clean.body()
                .wholeText()
                .replaceAll("[ \\t\\x0B\\f\\r\\u00A0]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
    }
}
