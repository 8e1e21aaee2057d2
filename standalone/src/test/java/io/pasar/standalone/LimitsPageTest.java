package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.pasar.platform.limit.RateLimited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which calls have a limit of their own; `docs/operate.md` names each.
class LimitsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "operate.md");

    private final List<JavaMethod> limited = new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("io.pasar.live", "io.pasar.community", "io.pasar.content")
                    .stream()
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> method.isAnnotatedWith(RateLimited.class))
                    .toList();

    @Test
    void limitsEveryCallThatOthersSeeOrPayFor() {
        assertThat(limited)
                .extracting(LimitsPageTest::told)
                .containsExactlyInAnyOrder(
                        "PostController: posts 60 in 600 s",
                        "CommentController: comments 120 in 600 s",
                        "FollowController: follows 400 in 3600 s",
                        "ReactionController: reactions 600 in 600 s",
                        "ProductController: products 600 in 600 s",
                        "SaleController: sales 300 in 3600 s",
                        "OrderController: orders 300 in 3600 s",
                        "ReservationController: reservations 300 in 60 s");
    }

    @Test
    void tellsOperatorsTheirNames() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(limited)
                .allSatisfy(
                        method -> assertThat(page).contains("`" + limit(method).value() + "`"));
    }

    private static String told(JavaMethod method) {
        RateLimited limit = limit(method);
        return "%s: %s %d in %d s"
                .formatted(method.getOwner().getSimpleName(), limit.value(), limit.burst(), limit.perSeconds());
    }

    private static RateLimited limit(JavaMethod method) {
        return method.getAnnotationOfType(RateLimited.class);
    }
}
