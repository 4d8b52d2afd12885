package comity.cli.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads request files.
///
/// YAML would turn `+9990011` into a number without its plus sign, `no` into a truth value in some readers and
/// `0123` into another number. A request must say what was typed, so every value is taken as the text in the
/// file.
public final class RequestFileReader {
    private static final int LARGEST_BYTES = 1_000_000;
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxNestingDepth(32).build();
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final Map<String, Integer> lines = new HashMap<>();

    private RequestFileReader() {}

    /// Reads a file; `-` is the standard input.
    ///
    /// @throws Unreadable when it is missing, too large, or neither YAML nor JSON
    public static RequestFile read(String name, InputStream standardInput) throws Unreadable {
        byte[] bytes;
        try (InputStream in = name.equals("-") ? standardInput : Files.newInputStream(Path.of(name))) {
            bytes = in.readNBytes(LARGEST_BYTES + 1);
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new Unreadable("file.missing", 0, e);
        }
        if (bytes.length > LARGEST_BYTES) {
            throw new Unreadable("file.too-large", 0, null);
        }
        return parse(utf8(bytes));
    }

    /// Reads the text of a file.
    public static RequestFile parse(String text) throws Unreadable {
        // Every JSON text is YAML, but JSON's own reader knows its lines and errors better.
        ObjectMapper mapper = text.stripLeading().startsWith("{") ? JSON : YAML;
        RequestFileReader reader = new RequestFileReader();
        try (JsonParser parser = mapper.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable("file.not-a-document", 1, null);
            }
            Map<String, Object> document = reader.object(parser, "");
            if (parser.nextToken() != null) {
                throw new Unreadable("file.more-than-one", line(parser), null);
            }
            return new RequestFile(document, reader.lines);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Unreadable("file.malformed", line, e);
        }
    }

    private static String utf8(byte[] bytes) throws Unreadable {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable("file.not-utf8", 0, e);
        }
    }

    private Map<String, Object> object(JsonParser parser, String pointer) throws Unreadable {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String field = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            lines.put(field, line(parser));
            parser.nextToken();
            fields.put(name, value(parser, field));
        }
        return fields;
    }

    private List<Object> list(JsonParser parser, String pointer) throws Unreadable {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String item = pointer + "/" + items.size();
            lines.put(item, line(parser));
            items.add(value(parser, item));
        }
        return items;
    }

    private Object value(JsonParser parser, String pointer) throws Unreadable {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new Unreadable("file.alias", line(parser), null);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> list(parser, pointer);
            case VALUE_NULL -> "";
            // `true` is how a program says yes; the node knows which fields mean yes or no.
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> parser.getString();
        };
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
