package io.pasar.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {

    @TempDir
    Path folder;

    @Test
    void remembersOverRestarts() {
        Notebook.in(folder).write("room", "7");

        assertThat(Notebook.in(folder).read("room")).contains("7");
        assertThat(Notebook.in(folder).read("sale")).isEmpty();
    }

    @Test
    void makesAThingOnce() {
        Notebook notebook = Notebook.in(folder);

        assertThat(notebook.readOrWrite("room", () -> "7")).isEqualTo("7");
        assertThat(Notebook.in(folder).readOrWrite("room", () -> "8")).isEqualTo("7");
    }

    @Test
    void forgetsWhatIsErased() {
        Notebook notebook = Notebook.in(folder);
        notebook.write("room", "7");

        notebook.erase("room");
        notebook.erase("room");

        assertThat(notebook.read("room")).isEmpty();
        assertThat(Notebook.in(folder).read("room")).isEmpty();
    }

    @Test
    void isOneFileForItsOwnersEyesAlone() throws IOException {
        Notebook notebook = Notebook.in(folder);
        notebook.write("password", "x");
        notebook.write("room", "7");

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.toList();
            assertThat(found).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(found.getFirst())))
                    .isEqualTo("rw-------");
        }
    }
}
