package comity.cli.file;

import comity.api.request.RequestForm;
import comity.cli.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes an empty request file: every field in the order of the form, with its label, its hint and the article
/// that asks for it as comments.
public final class FileTemplate {
    private final StringBuilder text = new StringBuilder();
    private final Texts texts;
    private final Map<String, String> known;
    private List<String> open = List.of();

    private FileTemplate(Texts texts, Map<String, String> known) {
        this.texts = texts;
        this.known = known;
    }

    /// @param requested the State that is asked
    /// @param language the language it will be written in (BCP 47)
    /// @param head the key of the words that stand above everything
    public static String of(RequestForm form, String requested, String language, Texts texts, String head) {
        FileTemplate template = new FileTemplate(
                texts, Map.of("/" + RequestFile.REQUESTED, requested, "/" + RequestFile.LANGUAGE, language));
        template.comment("", texts.say(head, requested));
        form.fields().forEach(template::field);
        return template.text.toString();
    }

    private void field(RequestForm.Field field) {
        List<String> steps =
                new ArrayList<>(List.of(field.pointer().substring(1).split("/")));
        String name = steps.removeLast();
        boolean firstOfItem = openUpTo(steps);
        String indent = indent(steps);
        comment(indent, field.label() + required(field));
        comment(indent, field.hint());
        if (!field.choices().isEmpty()) {
            comment(indent, String.join(" | ", field.choices()));
        }
        String value = known.getOrDefault(field.pointer(), "");
        text.append(indent)
                .append(name)
                .append(':')
                .append(empty(field, value, indent))
                .append('\n');
        if (firstOfItem) {
            beginItem(indent);
        }
    }

    /// A time is written in its parts, a choice of several as a list.
    private static String empty(RequestForm.Field field, String value, String indent) {
        return switch (field.kind()) {
            case "time" -> "\n" + indent + "  text: \"\"\n" + indent + "  zone: \"\"";
            case "choices" -> " []";
            default -> " \"" + value + "\"";
        };
    }

    private String required(RequestForm.Field field) {
        if (!field.required()) {
            return "";
        }
        return " " + texts.say("template.required", field.requiredBy() == null ? "" : field.requiredBy());
    }

    /// Opens the groups that a field stands in. True when it is the first field of a new list item.
    private boolean openUpTo(List<String> steps) {
        boolean begun = false;
        for (int depth = 0; depth < steps.size(); depth++) {
            boolean isOpen = open.size() > depth && open.subList(0, depth + 1).equals(steps.subList(0, depth + 1));
            if (isOpen) {
                continue;
            }
            if (steps.get(depth).equals("*")) {
                begun = true;
            } else {
                text.append(indent(steps.subList(0, depth)))
                        .append(steps.get(depth))
                        .append(":\n");
            }
        }
        open = List.copyOf(steps);
        return begun;
    }

    /// Marks the line of the first field of an item with its dash; comments above it stay comments.
    private void beginItem(String indent) {
        int lineStart = text.lastIndexOf("\n", text.length() - 2) + 1;
        while (text.charAt(lineStart + indent.length()) == ' ') {
            lineStart = text.lastIndexOf("\n", lineStart - 2) + 1;
        }
        text.replace(lineStart + indent.length() - 2, lineStart + indent.length(), "- ");
    }

    private static String indent(List<String> steps) {
        return "  ".repeat(steps.size());
    }

    private void comment(String indent, @org.jspecify.annotations.Nullable String words) {
        if (words != null && !words.isBlank()) {
            words.strip()
                    .lines()
                    .forEach(line ->
                            text.append(indent).append("# ").append(line).append('\n'));
        }
    }
}
