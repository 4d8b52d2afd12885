package comity.arch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Where the house stands and what lies in it. Built files and what Git keeps for itself are not part of it.
record House(Path root) {
    static House own() {
        String named = System.getProperty("comity.root", "..");
        return new House(Path.of(named).toAbsolutePath().normalize());
    }

    /// The folders of the modules that have main code, for example `ledger`.
    List<Path> rooms() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml"))
                            && Files.isDirectory(folder.resolve("src/main/java")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> mainSources() {
        return rooms().stream()
                .flatMap(room -> filesUnder(room.resolve("src/main/java"), named(".java")).stream())
                .toList();
    }

    List<Path> filesNamed(String ending) {
        return filesUnder(root, named(ending));
    }

    /// How a file is named in a finding: from the root of the house.
    String name(Path file) {
        return root.relativize(file).toString();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Predicate<Path> named(String ending) {
        return file -> file.getFileName().toString().endsWith(ending);
    }

    private static List<Path> filesUnder(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of("/target/", "/.git/", "/node_modules/")
                            .noneMatch(part -> file.toString().contains(part)))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
