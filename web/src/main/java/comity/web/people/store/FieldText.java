package comity.web.people.store;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields of a form as one text: the way browsers write them (`application/x-www-form-urlencoded`).
final class FieldText {
    private FieldText() {}

    static String write(Map<String, List<String>> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return String.join("&", pairs);
    }

    static Map<String, List<String>> read(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int middle = pair.indexOf('=');
            fields.computeIfAbsent(decoded(pair.substring(0, middle)), _ -> new ArrayList<>())
                    .add(decoded(pair.substring(middle + 1)));
        }
        return fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
