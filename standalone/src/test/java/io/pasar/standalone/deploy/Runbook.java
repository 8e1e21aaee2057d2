package io.pasar.standalone.deploy;

import java.util.List;
import java.util.regex.Pattern;

/// What the runbook tells an operator to ask the database.
public final class Runbook {

    private static final Pattern STATEMENT = Pattern.compile("\\bsql \"([^\"]+)\"");

    private Runbook() {}

    /// @param page where it stands
    /// @param sql with something in the place of what the operator fills in
    public record Statement(String page, String sql) {}

    public static List<Statement> statements() {
        return Watched.files("docs/runbook")
                .flatMap(page -> STATEMENT
                        .matcher(Compose.text(page))
                        .results()
                        .map(found -> new Statement(page, filledIn(found.group(1)))))
                .toList();
    }

    private static String filledIn(String sql) {
        return sql.replace("<sale>", "00000000-0000-0000-0000-000000000000").replace("<pid>", "0");
    }
}
