package comity.node.settings;

import comity.cli.words.Texts;
import java.util.List;

/// Something that a node cannot start with.
///
/// @param where the name of the setting; empty when it is the file itself
/// @param code which text says it, without its `settings.`
/// @param values what stands in that text
public record SettingFault(String where, String code, List<Object> values) {
    public SettingFault {
        values = List.copyOf(values);
    }

    public static SettingFault at(String where, String code, Object... values) {
        return new SettingFault(where, code, List.of(values));
    }

    public static SettingFault ofFile(String code, Object... values) {
        return at("", code, values);
    }

    String in(Texts texts) {
        String what = texts.say("settings." + code, values.toArray());
        return where.isEmpty() ? what : texts.say("settings.line", where, what);
    }
}
