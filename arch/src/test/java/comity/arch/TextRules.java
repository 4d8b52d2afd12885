package comity.arch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules that are held by reading: signs on doors, documents that tell the truth, pages that turn with the writing.
/// Each takes text and returns what is wrong with it, in words; nothing is fine.
final class TextRules {
    private static final List<String> PARTS_OF_A_SIGN = List.of("**Start at**", "**Never**", "**Trust**");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)(#[^)\\s]*)?\\)");
    private static final Pattern NULL_MARKED =
            Pattern.compile("(?m)^@(?:org\\.jspecify\\.annotations\\.)?NullMarked\\s+(?:open )?module ");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
    private static final Pattern TYPE_WORD = Pattern.compile("\\*type\\* `(\\w+)`");
    private static final Pattern SIDED = Pattern.compile(
            "(?m)(?:^|[{;])\\s*((?:[a-z-]+-)?(?:left|right)(?:-[a-z-]+)?\\s*:|(?:text-align|float|clear)\\s*:\\s*(?:left|right))");
    private static final Pattern MOCKING =
            Pattern.compile("mockito|easymock|jmockit|powermock|MockBean|spring-boot-starter-test\\b");
    private static final Pattern MODULE_ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([^|]*) \\|");
    private static final Pattern REQUIRES =
            Pattern.compile("(?m)^\\s*requires (?:transitive |static )*comity\\.(\\w+);");
    private static final Pattern COVERAGE =
            Pattern.compile("(?m)^\\|[^\\n]*\\]\\(([^)\\s]+)\\)[^\\n]*\\| *`([^`\\n]+)` *\\|$");

    private TextRules() {}

    /// What a `package-info.java` lacks of its five parts: a sentence, where to start, who uses it or whom it uses,
    /// what it never does, whom it trusts.
    static List<String> lackingOf(String sign) {
        List<String> lacking = new ArrayList<>();
        if (!sign.startsWith("/// ") || sign.startsWith("/// **")) {
            lacking.add("a first sentence");
        }
        PARTS_OF_A_SIGN.stream().filter(part -> !sign.contains(part)).forEach(lacking::add);
        if (!sign.contains("**Used by**") && !sign.contains("**Uses**")) {
            lacking.add("**Used by** or **Uses**");
        }
        return lacking;
    }

    /// The packages of some sources without a sign, or with a sign that lacks a part.
    static List<String> signsMissing(House house, List<Path> sources) {
        Set<Path> packages = sources.stream()
                .filter(source -> !source.endsWith("module-info.java"))
                .map(Path::getParent)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> faults = new ArrayList<>();
        for (Path one : packages) {
            Path sign = one.resolve("package-info.java");
            if (!Files.exists(sign)) {
                faults.add(house.name(one) + " has no sign");
            } else {
                lackingOf(House.text(sign)).forEach(part -> faults.add(house.name(one) + " lacks " + part));
            }
        }
        return faults;
    }

    /// What a `module-info.java` lacks: a first sentence, and the promise that nothing is null by accident.
    static List<String> lackingOfModule(String moduleInfo) {
        List<String> lacking = new ArrayList<>();
        if (!moduleInfo.startsWith("/// ")) {
            lacking.add("a first sentence");
        }
        if (!NULL_MARKED.matcher(moduleInfo).find()) {
            lacking.add("@NullMarked");
        }
        return lacking;
    }

    /// The decisions that an index does not link to.
    static List<String> unlisted(String index, List<String> decisions) {
        return decisions.stream()
                .filter(name -> !index.contains("](" + name + ")"))
                .toList();
    }

    /// The relative links of a Markdown file that lead nowhere.
    static List<String> deadLinks(Path file, String markdown) {
        String prose = CODE.matcher(FENCE.matcher(markdown).replaceAll("")).replaceAll("");
        Path folder = file.toAbsolutePath().getParent();
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://") && !target.startsWith("mailto:"))
                .filter(target -> !Files.exists(folder.resolve(target)))
                .map(target -> file.getFileName() + " links to " + target)
                .toList();
    }

    /// The words of a glossary marked as types that no source declares.
    static List<String> unknownTypes(String glossary, String allSources) {
        return TYPE_WORD
                .matcher(glossary)
                .results()
                .map(word -> word.group(1))
                .filter(type -> !Pattern.compile("\\b(?:class|record|interface|enum) " + type + "\\b")
                        .matcher(allSources)
                        .find())
                .toList();
    }

    /// Properties that say left or right: a page in Arabic would stand on its head. Say inline-start and
    /// inline-end.
    static List<String> sidedProperties(String css) {
        return SIDED.matcher(css.replaceAll("(?s)/\\*.*?\\*/", ""))
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }

    static List<String> mocking(String text) {
        return MOCKING.matcher(text).results().map(MatchResult::group).toList();
    }

    /// Who may use whom, as the table of `ARCHITECTURE.md` says it.
    static Map<String, Set<String>> usesInTable(String architecture) {
        Map<String, Set<String>> uses = new TreeMap<>();
        int from = architecture.indexOf("## Who may use whom");
        String section = architecture.substring(from, architecture.indexOf("\n## ", from + 1));
        MODULE_ROW
                .matcher(section)
                .results()
                .forEach(row -> uses.put(
                        row.group(1),
                        Pattern.compile("`([a-z-]+)`")
                                .matcher(row.group(2))
                                .results()
                                .map(used -> used.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return uses;
    }

    /// Who uses whom, as a `module-info.java` says it; `kernel`, which all use, is left out.
    static Set<String> usesInModule(String moduleInfo) {
        return REQUIRES.matcher(moduleInfo)
                .results()
                .map(used -> used.group(1))
                .filter(used -> !used.equals("kernel"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The lines of a coverage file whose phrase no longer stands in the file that they name.
    static List<String> lostPhrases(Path file, String markdown) {
        Path folder = file.toAbsolutePath().getParent();
        return COVERAGE.matcher(markdown)
                .results()
                .filter(line -> {
                    Path named = folder.resolve(line.group(1));
                    return !Files.exists(named) || !House.text(named).contains(line.group(2));
                })
                .map(line -> line.group(1) + " does not say: " + line.group(2))
                .toList();
    }

    static long coverageLines(String markdown) {
        return COVERAGE.matcher(markdown).results().count();
    }

    static List<String> switchedOffTests(Stream<Path> tests) {
        Pattern off = Pattern.compile("(?m)^\\s*@(?:Disabled|Ignore)\\b");
        return tests.filter(test -> off.matcher(House.text(test)).find())
                .map(Path::toString)
                .toList();
    }
}
