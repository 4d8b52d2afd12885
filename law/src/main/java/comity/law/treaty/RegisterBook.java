package comity.law.treaty;

import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.law.BrokenLawFile;
import comity.law.LawField;
import comity.law.LawFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The register as a JSON book, the form in which the registry publishes it; one act a line, so that a change costs few
/// bytes. See docs/protocol/treaty-register.md.
public final class RegisterBook {
    /// The name under which the registry publishes it.
    public static final String NAME = "treaties";

    static final int LARGEST = 8 * 1024 * 1024;
    private static final String PUBLISHED = "treaty/register.json";
    private static final String PARTIES = "treaty/parties.csv";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FinalProvisions provisions;

    public RegisterBook(FinalProvisions provisions) {
        this.provisions = provisions;
    }

    /// The facts that were published when this version was made: a book about the Convention, and a table of what was
    /// done about other treaties.
    public TreatyRegister published() {
        RegisterDraft draft = LawFiles.read(PUBLISHED, this::draft);
        List<TreatyAct> acts = new ArrayList<>(draft.acts());
        acts.addAll(parties(LawFiles.bytes(PARTIES)));
        return whole(
                PUBLISHED,
                new RegisterDraft(draft.about(), draft.asOf(), draft.instruments(), draft.participants(), acts));
    }

    private List<TreatyAct> parties(byte[] table) {
        return switch (new RegisterTable(provisions).read(table)) {
            case RegisterTable.Read.Whole(List<TreatyAct> acts) -> acts;
            case RegisterTable.Read.Refused(List<Complaint> complaints) -> {
                Complaint first = complaints.getFirst();
                throw new BrokenLawFile(PARTIES, first.code(), first.pointer(), "is wrong at " + first.pointer());
            }
        };
    }

    private TreatyRegister whole(String file, RegisterDraft draft) {
        try {
            return draft.register(provisions);
        } catch (RegisterRefused e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    /// Reads a register that came from elsewhere.
    ///
    /// @param name what complaints call the file
    /// @throws BrokenLawFile when it is not whole; the message names the field
    /// @throws RegisterRefused when it contradicts itself
    public TreatyRegister read(String name, byte[] bytes) throws RegisterRefused {
        return draft(name, bytes).register(provisions);
    }

    /// Whether it has the lists of a register. What is no JSON is not.
    static boolean isMeant(byte[] bytes) {
        try {
            JsonNode file = JSON.readTree(bytes);
            return file.has("instruments") || file.has("participants");
        } catch (JacksonException _) {
            return false;
        }
    }

    /// What a register says, before anybody has looked whether it contradicts itself.
    ///
    /// @throws BrokenLawFile when it is not whole
    RegisterDraft draft(String name, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new BrokenLawFile(name, "too-large", "" + bytes.length, "is larger than " + LARGEST + " bytes");
        }
        return LawFiles.read(name, bytes, this::draft);
    }

    private RegisterDraft draft(LawField book) {
        LawField about = book.at("about");
        return new RegisterDraft(
                inEnglishToo(about, about.textByLanguage()),
                book.at("asOf").date(),
                book.at("instruments").list(RegisterBook::instrument),
                book.at("participants").list(RegisterBook::participant),
                book.listIfAny("acts", this::act));
    }

    private static Instrument instrument(LawField field) {
        return new Instrument(
                field.at("code").text(),
                field.at("kind").oneOf(Instrument.Kind.class),
                english(field.at("titles")),
                field.at("complete").yesOrNo(),
                new HashSet<>(field.listIfAny("between", RegisterBook::state)),
                field.find("from").map(LawField::date),
                field.find("until").map(LawField::date),
                field.at("assistance").yesOrNo(),
                provenance(field));
    }

    private static Participant participant(LawField field) {
        return new Participant(
                state(field.at("code")),
                field.at("iso3").text(),
                field.at("kind").oneOf(Participant.Kind.class),
                field.at("region").oneOf(Participant.Region.class),
                english(field.at("names")));
    }

    private static Map<String, String> english(LawField field) {
        return inEnglishToo(field, field.texts());
    }

    private static Map<String, String> inEnglishToo(LawField field, Map<String, String> texts) {
        if (!texts.containsKey("en")) {
            throw field.broken("is-missing", "en", "must be there at least in English (en)");
        }
        return texts;
    }

    private static StateCode state(LawField field) {
        try {
            return new StateCode(field.text());
        } catch (IllegalArgumentException e) {
            throw field.broken("state-unknown", field.text(), String.valueOf(e.getMessage()));
        }
    }

    private static When when(LawField field) {
        try {
            return When.parse(field.text());
        } catch (IllegalArgumentException e) {
            throw field.broken("not-a-date", field.text(), String.valueOf(e.getMessage()));
        }
    }

    private static Provenance provenance(LawField field) {
        return new Provenance(
                field.at("source").text(),
                field.find("depositary").map(LawField::text).orElse(""),
                field.at("asOf").date(),
                field.at("confidence").oneOf(Provenance.Confidence.class),
                field.find("note").map(LawField::text).orElse(""));
    }

    private TreatyAct act(LawField field) {
        TreatyAct.Head head = new TreatyAct.Head(
                field.at("id").text(),
                field.at("version").number(),
                state(field.at("by")),
                field.at("instrument").text(),
                when(field.at("on")),
                provenance(field));
        ActKind kind = field.at("act").oneOf(ActKind.class);
        return switch (kind) {
            case SIGNATURE -> new TreatyAct.Signature(head);
            case DEPOSIT ->
                new TreatyAct.Deposit(
                        head,
                        field.at("how").oneOf(TreatyAct.Deposit.How.class),
                        field.find("inForceOn").map(RegisterBook::when));
            case RESERVATION ->
                new TreatyAct.Reservation(
                        head,
                        field.at("provisions").list(LawField::text),
                        field.at("effect").oneOf(TreatyAct.Reservation.Effect.class),
                        field.at("text").texts());
            case DECLARATION ->
                new TreatyAct.Declaration(
                        head,
                        field.listIfAny("provisions", LawField::text),
                        field.at("text").texts());
            case OBJECTION ->
                new TreatyAct.Objection(
                        head,
                        field.at("to").text(),
                        field.at("precludes").yesOrNo(),
                        field.at("text").texts());
            case DESIGNATION ->
                new TreatyAct.Designation(
                        head, duty(field.at("duty")), field.at("text").texts());
            case NOTIFICATION ->
                new TreatyAct.Notification(
                        head, duty(field.at("duty")), field.at("text").texts());
            case WITHDRAWAL -> new TreatyAct.Withdrawal(head, field.at("of").text());
            case DENUNCIATION -> new TreatyAct.Denunciation(head);
        };
    }

    private Duty duty(LawField field) {
        return provisions
                .duty(field.text())
                .orElseThrow(() -> field.broken("not-a-duty", field.text(), "is not a duty: " + field.text()));
    }

    /// The book, in the one form that this program writes.
    public byte[] write(TreatyRegister register) {
        StringBuilder text = new StringBuilder("{\"about\":")
                .append(JSON.writeValueAsString(about(register.about())))
                .append(",\n\"asOf\":\"")
                .append(register.asOf())
                .append("\",\n\"instruments\":[\n");
        lines(text, register.instruments().stream().map(RegisterBook::line).toList());
        text.append("],\n\"participants\":[\n");
        lines(text, register.participants().stream().map(RegisterBook::line).toList());
        text.append("],\n\"acts\":[\n");
        lines(text, register.everything().stream().map(RegisterBook::line).toList());
        return comity.kernel.Utf8.bytes(text.append("]}\n").toString());
    }

    /// A text alone where there is English only, as every version reads it.
    private static Object about(Map<String, String> texts) {
        return texts.keySet().equals(Set.of("en")) ? texts.values().iterator().next() : new TreeMap<>(texts);
    }

    private static void lines(StringBuilder text, List<ObjectNode> nodes) {
        List<String> written = new ArrayList<>();
        nodes.forEach(node -> written.add(JSON.writeValueAsString(node)));
        text.append(String.join(",\n", written)).append('\n');
    }

    private static ObjectNode line(Instrument instrument) {
        ObjectNode node = JSON.createObjectNode();
        node.put("code", instrument.code());
        node.put("kind", instrument.kind().name());
        texts(node, "titles", instrument.titles());
        node.put("complete", instrument.complete());
        if (instrument.isClosed()) {
            ArrayNode between = node.putArray("between");
            instrument.between().stream().sorted().forEach(state -> between.add(state.code()));
        }
        instrument.from().ifPresent(day -> node.put("from", day.toString()));
        instrument.until().ifPresent(day -> node.put("until", day.toString()));
        node.put("assistance", instrument.assistance());
        provenance(node, instrument.source());
        return node;
    }

    private static ObjectNode line(Participant participant) {
        ObjectNode node = JSON.createObjectNode();
        node.put("code", participant.code().code());
        node.put("iso3", participant.iso3());
        node.put("kind", participant.kind().name());
        node.put("region", participant.region().name());
        texts(node, "names", participant.names());
        return node;
    }

    private static ObjectNode line(TreatyAct act) {
        TreatyAct.Head head = act.head();
        ObjectNode node = JSON.createObjectNode();
        node.put("id", head.id());
        node.put("version", head.version());
        node.put("by", head.by().code());
        node.put("instrument", head.instrument());
        node.put("act", ActKind.of(act).name());
        node.put("on", head.on().toString());
        switch (act) {
            case TreatyAct.Deposit deposit -> {
                node.put("how", deposit.how().name());
                deposit.inForceOn().ifPresent(day -> node.put("inForceOn", day.toString()));
            }
            case TreatyAct.Reservation reservation -> {
                provisions(node, reservation.provisions());
                node.put("effect", reservation.effect().name());
                texts(node, "text", reservation.text());
            }
            case TreatyAct.Declaration declaration -> {
                provisions(node, declaration.provisions());
                texts(node, "text", declaration.text());
            }
            case TreatyAct.Objection objection -> {
                node.put("to", objection.to());
                node.put("precludes", objection.precludes());
                texts(node, "text", objection.text());
            }
            case TreatyAct.Designation designation -> {
                node.put("duty", designation.duty().code());
                texts(node, "text", designation.authority());
            }
            case TreatyAct.Notification notification -> {
                node.put("duty", notification.duty().code());
                texts(node, "text", notification.said());
            }
            case TreatyAct.Withdrawal withdrawal -> node.put("of", withdrawal.of());
            case TreatyAct.Signature _, TreatyAct.Denunciation _ -> {}
        }
        provenance(node, head.source());
        return node;
    }

    private static void provisions(ObjectNode node, List<String> provisions) {
        ArrayNode list = node.putArray("provisions");
        provisions.forEach(list::add);
    }

    private static void texts(ObjectNode node, String name, Map<String, String> texts) {
        ObjectNode object = node.putObject(name);
        new TreeMap<>(texts).forEach(object::put);
    }

    private static void provenance(ObjectNode node, Provenance source) {
        node.put("source", source.source());
        if (!source.depositary().isEmpty()) {
            node.put("depositary", source.depositary());
        }
        node.put("asOf", source.asOf().toString());
        node.put("confidence", source.confidence().name());
        if (!source.note().isEmpty()) {
            node.put("note", source.note());
        }
    }
}
