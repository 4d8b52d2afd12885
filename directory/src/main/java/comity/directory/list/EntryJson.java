package comity.directory.list;

import comity.directory.Authority;
import comity.directory.Desk;
import comity.directory.Entry;
import comity.directory.Furnished;
import comity.directory.Holiday;
import comity.directory.LedgerAddress;
import comity.directory.NodeAddress;
import comity.directory.OpeningHours;
import comity.directory.PreservationPractice;
import comity.directory.PublishedNeed;
import comity.directory.Revocation;
import comity.kernel.StateCode;
import comity.law.TreatyStatus;
import java.net.URI;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An entry as JSON, the form in which States hand it in and the registry publishes it. Members that
/// this version does not know are left unread, so that an older node can read a newer list.
public final class EntryJson {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private EntryJson() {}

    /// Reads one entry file.
    ///
    /// @throws IllegalArgumentException naming what is missing or wrong
    public static Entry parse(byte[] json) {
        return read(tree(json));
    }

    /// One entry as an indented file.
    public static String format(Entry entry) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(write(entry));
    }

    /// Any JSON, read as strictly as an entry.
    ///
    /// @throws IllegalArgumentException when it is none
    public static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
    }

    static Entry read(JsonNode entry) {
        StateCode state = new StateCode(text(entry, "state"));
        try {
            return new Entry(
                    state,
                    texts(entry.path("names")),
                    word(TreatyStatus.class, text(entry, "status")),
                    ZoneId.of(text(entry, "zone")),
                    strings(entry.path("languages")),
                    list(entry.path("desks"), EntryJson::desk),
                    list(entry.path("authorities"), EntryJson::authority),
                    entry.path("node").isObject() ? Optional.of(node(entry.path("node"))) : Optional.empty(),
                    preservation(entry.path("preservation")),
                    list(entry.path("holidays"), EntryJson::holiday),
                    LocalDate.parse(text(entry, "confirmedOn")),
                    furnished(entry));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Entry of " + state + ": " + e.getMessage(), e);
        }
    }

    private static Desk desk(JsonNode desk) {
        return new Desk(
                text(desk, "id"),
                texts(desk.path("names")),
                strings(desk.path("phones")),
                text(desk, "mail"),
                strings(desk.path("languages")),
                list(desk.path("hours"), EntryJson::hours));
    }

    private static Authority authority(JsonNode authority) {
        Set<Authority.Function> functions = new HashSet<>();
        strings(authority.path("functions")).forEach(name -> function(name).ifPresent(functions::add));
        return new Authority(
                text(authority, "id"),
                texts(authority.path("names")),
                functions,
                strings(authority.path("phones")),
                text(authority, "mail"),
                strings(authority.path("languages")),
                list(authority.path("hours"), EntryJson::hours),
                texts(authority.path("urgentProcedure")));
    }

    /// One that this version does not know is left unread: a later treaty or protocol must not cut older
    /// nodes off.
    private static Optional<Authority.Function> function(String name) {
        return Arrays.stream(Authority.Function.values())
                .filter(function -> word(function).equals(name))
                .findFirst();
    }

    private static OpeningHours hours(JsonNode hours) {
        return new OpeningHours(
                word(DayOfWeek.class, text(hours, "from")),
                word(DayOfWeek.class, text(hours, "to")),
                LocalTime.parse(text(hours, "opens")),
                LocalTime.parse(text(hours, "closes")));
    }

    private static NodeAddress node(JsonNode node) {
        return new NodeAddress(
                URI.create(text(node, "letters")),
                URI.create(text(node, "web")),
                text(node, "ledgerOrigin"),
                text(node, "ledgerKey"),
                text(node, "rootCertificate"),
                node.path("encryptionKey").toString(),
                strings(node.path("cosignerKeys")),
                strings(node.path("sealingKeys")),
                list(node.path("revoked"), EntryJson::revocation));
    }

    /// The ledger of the registry itself.
    static LedgerAddress ledger(JsonNode ledger) {
        return new LedgerAddress(
                URI.create(text(ledger, "web")), text(ledger, "ledgerKey"), strings(ledger.path("cosignerKeys")));
    }

    static ObjectNode write(LedgerAddress ledger) {
        ObjectNode json =
                JSON.createObjectNode().put("web", ledger.web().toString()).put("ledgerKey", ledger.key());
        json.set("cosignerKeys", write(ledger.cosignerKeys()));
        return json;
    }

    private static Revocation revocation(JsonNode revocation) {
        boolean ofKey = revocation.has("key");
        if (ofKey == revocation.has("certificate")) {
            throw new IllegalArgumentException("What is revoked is either a certificate or a key");
        }
        return new Revocation(
                ofKey ? Revocation.Of.KEY : Revocation.Of.CERTIFICATE,
                text(revocation, ofKey ? "key" : "certificate"),
                Instant.parse(text(revocation, "from")));
    }

    private static PreservationPractice preservation(JsonNode practice) {
        return new PreservationPractice(
                practice.path("days").asInt(0),
                practice.path("domesticOrderDays").asInt(0),
                practice.path("dualCriminalityReservation").asBoolean(false),
                list(
                        practice.path("needs"),
                        need -> new PublishedNeed(
                                text(need, "pointer"),
                                word(PublishedNeed.Level.class, text(need, "level")),
                                texts(need.path("reason")))),
                texts(practice.path("nightNote")));
    }

    private static Furnished furnished(JsonNode entry) {
        Map<Furnished.Question, Furnished.Answer> answers = new EnumMap<>(Furnished.Question.class);
        for (Furnished.Question question : Furnished.Question.values()) {
            JsonNode answer = entry.path("answers").path(word(question));
            if (answer.isString()) {
                answers.put(question, word(Furnished.Answer.class, answer.stringValue()));
            }
        }
        return new Furnished(
                strings(entry.path("channels")),
                list(
                        entry.path("laws"),
                        law -> new Furnished.FurnishedLaw(
                                text(law, "article"), URI.create(text(law, "link")), texts(law.path("title")))),
                answers);
    }

    /// Members without content are not written, so that an entry that tells no more stays as it was.
    private static void write(ObjectNode json, Furnished furnished) {
        if (!furnished.channels().isEmpty()) {
            json.set("channels", write(furnished.channels()));
        }
        if (!furnished.laws().isEmpty()) {
            addAll(json.putArray("laws"), furnished.laws(), law -> {
                ObjectNode item = JSON.createObjectNode()
                        .put("article", law.article())
                        .put("link", law.link().toString());
                item.set("title", write(law.title()));
                return item;
            });
        }
        if (!furnished.answers().isEmpty()) {
            ObjectNode answers = json.putObject("answers");
            new TreeMap<>(furnished.answers()).forEach((question, answer) -> answers.put(word(question), word(answer)));
        }
    }

    private static Holiday holiday(JsonNode holiday) {
        LocalDate from = LocalDate.parse(text(holiday, "from"));
        LocalDate to = holiday.has("to") ? LocalDate.parse(text(holiday, "to")) : from;
        return new Holiday(from, to, texts(holiday.path("names")));
    }

    static ObjectNode write(Entry entry) {
        ObjectNode json = JSON.createObjectNode();
        json.put("state", entry.state().code());
        json.set("names", write(entry.names()));
        json.put("status", word(entry.status()));
        json.put("zone", entry.zone().getId());
        json.set("languages", write(entry.languages()));
        addAll(json.putArray("desks"), entry.desks(), EntryJson::write);
        addAll(json.putArray("authorities"), entry.authorities(), EntryJson::write);
        entry.node().ifPresent(node -> json.set("node", write(node)));
        json.set("preservation", write(entry.preservation()));
        addAll(json.putArray("holidays"), entry.holidays(), EntryJson::write);
        json.put("confirmedOn", entry.confirmedOn().toString());
        write(json, entry.furnished());
        return json;
    }

    private static ObjectNode write(Desk desk) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", desk.id());
        json.set("names", write(desk.names()));
        json.set("phones", write(desk.phones()));
        json.put("mail", desk.mail());
        json.set("languages", write(desk.languages()));
        addAll(json.putArray("hours"), desk.hours(), EntryJson::write);
        return json;
    }

    private static ObjectNode write(Authority authority) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", authority.id());
        json.set("names", write(authority.names()));
        json.set(
                "functions",
                write(authority.functions().stream()
                        .sorted()
                        .map(EntryJson::word)
                        .toList()));
        json.set("phones", write(authority.phones()));
        json.put("mail", authority.mail());
        json.set("languages", write(authority.languages()));
        addAll(json.putArray("hours"), authority.hours(), EntryJson::write);
        json.set("urgentProcedure", write(authority.urgentProcedure()));
        return json;
    }

    private static ObjectNode write(OpeningHours hours) {
        return JSON.createObjectNode()
                .put("from", word(hours.from()))
                .put("to", word(hours.to()))
                .put("opens", hours.opens().toString())
                .put("closes", hours.closes().toString());
    }

    private static ObjectNode write(NodeAddress node) {
        ObjectNode json = JSON.createObjectNode()
                .put("letters", node.letters().toString())
                .put("web", node.web().toString())
                .put("ledgerOrigin", node.ledgerOrigin())
                .put("ledgerKey", node.ledgerKey())
                .put("rootCertificate", node.rootCertificate());
        json.set("encryptionKey", JSON.readTree(node.encryptionKey()));
        if (!node.cosignerKeys().isEmpty()) {
            json.set("cosignerKeys", write(node.cosignerKeys()));
        }
        if (!node.sealingKeys().isEmpty()) {
            json.set("sealingKeys", write(node.sealingKeys()));
        }
        if (!node.revoked().isEmpty()) {
            addAll(json.putArray("revoked"), node.revoked(), EntryJson::write);
        }
        return json;
    }

    private static ObjectNode write(Revocation revocation) {
        return JSON.createObjectNode()
                .put(word(revocation.of()), revocation.digest())
                .put("from", revocation.from().toString());
    }

    private static ObjectNode write(PreservationPractice practice) {
        ObjectNode json = JSON.createObjectNode()
                .put("days", practice.days())
                .put("domesticOrderDays", practice.domesticOrderDays())
                .put("dualCriminalityReservation", practice.dualCriminalityReservation());
        addAll(json.putArray("needs"), practice.needs(), need -> {
            ObjectNode item =
                    JSON.createObjectNode().put("pointer", need.pointer()).put("level", word(need.level()));
            item.set("reason", write(need.reason()));
            return item;
        });
        json.set("nightNote", write(practice.nightNote()));
        return json;
    }

    private static ObjectNode write(Holiday holiday) {
        ObjectNode json = JSON.createObjectNode()
                .put("from", holiday.from().toString())
                .put("to", holiday.to().toString());
        json.set("names", write(holiday.names()));
        return json;
    }

    private static <T> void addAll(ArrayNode array, List<T> items, Function<T, ObjectNode> write) {
        items.forEach(item -> array.add(write.apply(item)));
    }

    private static ArrayNode write(List<String> strings) {
        ArrayNode array = JSON.createArrayNode();
        strings.forEach(array::add);
        return array;
    }

    private static ObjectNode write(Map<String, String> texts) {
        ObjectNode json = JSON.createObjectNode();
        new TreeMap<>(texts).forEach(json::put);
        return json;
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return value.stringValue();
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(property ->
                        texts.put(property.getKey(), property.getValue().asString()));
        return texts;
    }

    private static List<String> strings(JsonNode array) {
        return list(array, JsonNode::asString);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        return array.valueStream().map(read).toList();
    }

    /// Words of a closed vocabulary are written small with hyphens: `mutual-assistance`.
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
