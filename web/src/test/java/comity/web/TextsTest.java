package comity.web;

import static org.assertj.core.api.Assertions.assertThat;

import comity.vault.exhibits.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Reads the templates and the code as text, and holds them against the messages.
class TextsTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9.+-]*)\"(\\s*\\+)?");
    private static final Pattern KEY_LIKE = Pattern.compile("[a-z-]+\\.([A-Za-z0-9+-]+\\.)*[A-Za-z0-9+-]*");

    private static final Pattern STATEMENT = Pattern.compile("@template\\.[\\w.]+\\(|@(if|elseif|for)\\(|[!$]\\{");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    private final Messages messages = Messages.load();

    @Nested
    class Every_text_that_a_page_names {
        @Test
        void is_written() throws IOException {
            Set<String> missing = new TreeSet<>();
            for (String key : named()) {
                boolean family = key.endsWith(".");
                boolean known =
                        family ? messages.keys().stream().anyMatch(text -> text.startsWith(key)) : messages.has(key);
                if (!known) {
                    missing.add(key);
                }
            }
            assertThat(missing).isEmpty();
        }

        @Test
        void is_used_when_it_is_written() throws IOException {
            Set<String> named = named();
            Set<String> families =
                    named.stream().filter(key -> key.endsWith(".")).collect(Collectors.toSet());
            List<String> unused = messages.keys().stream()
                    .filter(key -> !named.contains(key))
                    .filter(key -> families.stream().noneMatch(key::startsWith))
                    .toList();
            assertThat(unused).isEmpty();
        }
    }

    @Nested
    class Work_on_an_exhibit {
        @ParameterizedTest
        @EnumSource(Workshop.Task.class)
        void has_a_word_of_its_own(Workshop.Task task) {
            assertThat(messages.has("exhibit.work." + task.name().toLowerCase(Locale.ROOT)))
                    .isTrue();
        }
    }

    @Nested
    class A_template {
        @Test
        void holds_no_word_that_a_person_would_read() throws IOException {
            Set<String> words = new TreeSet<>();
            for (Path template : templates()) {
                String outside = withoutStatements(Files.readString(template));
                Matcher word = WORD.matcher(outside);
                while (word.find()) {
                    words.add(template.getFileName() + ": " + word.group());
                }
            }
            assertThat(words).isEmpty();
        }
    }

    @Nested
    class The_style_sheet {
        @Test
        void knows_no_left_and_no_right() throws IOException {
            String css = Files.readString(root().resolve("src/main/resources/comity/web/assets/comity.css"));
            assertThat(css)
                    .doesNotContainPattern(
                            "(margin|padding|border)-(left|right)|[;{](left|right):|text-align:(left|right)");
        }

        @Test
        void stays_small() throws IOException {
            Assets assets = new Assets(root());
            assertThat(assets.compressed("comity.css")).isLessThan(8 * 1024);
        }
    }

    private record Assets(Path root) {
        int compressed(String name) throws IOException {
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            try (java.util.zip.GZIPOutputStream out = new java.util.zip.GZIPOutputStream(bytes)) {
                out.write(Files.readAllBytes(root.resolve("src/main/resources/comity/web/assets/" + name)));
            }
            return bytes.size();
        }
    }

    /// All keys named in templates and code; those ending in a dot are the beginnings of families.
    private static Set<String> named() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : Stream.concat(templates().stream(), code().stream()).toList()) {
            Matcher literal = LITERAL.matcher(Files.readString(file));
            while (literal.find()) {
                String text = literal.group(1);
                boolean family = text.endsWith(".") && literal.group(2) != null;
                if (KEY_LIKE.matcher(text).matches() && (family || !text.endsWith("."))) {
                    keys.add(text);
                }
            }
        }
        keys.removeIf(key -> key.matches(".*\\.(css|js|svg|jte|json|properties)|comity\\..*|case\\.read|page\\.open"));
        return keys;
    }

    /// What is left of a template without its statements, expressions and tags: what a person would read.
    private static String withoutStatements(String template) {
        String text = template.replaceAll("(?m)^@(import|param) .*$", " ").replaceAll("@(else|endif|endfor)\\b", " ");
        StringBuilder left = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            Matcher statement = STATEMENT.matcher(text).region(at, text.length());
            if (statement.lookingAt()) {
                at = endOf(text, statement.end(), statement.group().endsWith("{") ? '{' : '(');
            } else {
                left.append(text.charAt(at++));
            }
        }
        return left.toString().replace("`)", " ").replaceAll("(?s)<[^>]*>", " ");
    }

    /// Behind the bracket that closes a statement, or behind the sign that begins a block of content in it.
    private static int endOf(String text, int from, char open) {
        char close = open == '{' ? '}' : ')';
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("@`", i)) {
                return i + 2;
            }
            depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static List<Path> templates() throws IOException {
        return files("src/main/jte", ".jte");
    }

    private static List<Path> code() throws IOException {
        return files("src/main/java", ".java");
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("web") ? here : here.resolve("web");
    }
}
