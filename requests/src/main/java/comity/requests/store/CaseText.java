package comity.requests.store;

import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.requests.TaggedRecords;
import comity.requests.emergency.EmergencyCase;
import comity.requests.emergency.EmergencyState;
import comity.requests.preservation.Incoming;
import comity.requests.preservation.IncomingCase;
import comity.requests.preservation.Outgoing;
import comity.requests.preservation.OutgoingCase;
import comity.requests.preservation.TermClock;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Cases as the JSON of their rows. States and clocks carry their word, so that a row can be read by hand and by the
/// next version.
final class CaseText {
    private static final JsonMapper PLAIN =
            JsonMapper.builder().addModule(words()).build();
    private static final TaggedRecords<Outgoing> OUTGOING =
            new TaggedRecords<>(Outgoing.class, "state", Outgoing.Unknown::new);
    private static final TaggedRecords<Incoming> INCOMING =
            new TaggedRecords<>(Incoming.class, "state", Incoming.Unknown::new);
    private static final TaggedRecords<TermClock> CLOCKS =
            new TaggedRecords<>(TermClock.class, "clock", TermClock.Unknown::new);
    private static final TaggedRecords<EmergencyState> EMERGENCIES =
            new TaggedRecords<>(EmergencyState.class, "state", EmergencyState.Unknown::new);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(words())
            .addModule(new SimpleModule("families")
                    .addSerializer(Outgoing.class, new FamilyWriter<>(OUTGOING))
                    .addDeserializer(Outgoing.class, new FamilyReader<>(OUTGOING))
                    .addSerializer(Incoming.class, new FamilyWriter<>(INCOMING))
                    .addDeserializer(Incoming.class, new FamilyReader<>(INCOMING))
                    .addSerializer(EmergencyState.class, new FamilyWriter<>(EMERGENCIES))
                    .addDeserializer(EmergencyState.class, new FamilyReader<>(EMERGENCIES))
                    .addSerializer(TermClock.class, new FamilyWriter<>(CLOCKS))
                    .addDeserializer(TermClock.class, new FamilyReader<>(CLOCKS)))
            .build();

    private CaseText() {}

    static String of(Object value) {
        return JSON.writeValueAsString(value);
    }

    static OutgoingCase outgoing(String text) {
        return JSON.readValue(text, OutgoingCase.class);
    }

    static IncomingCase incoming(String text) {
        return JSON.readValue(text, IncomingCase.class);
    }

    static EmergencyCase emergency(String text) {
        return JSON.readValue(text, EmergencyCase.class);
    }

    static TermClock clock(String text) {
        return JSON.readValue(text, TermClock.class);
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> details(String text) {
        return JSON.readValue(text, Map.class);
    }

    private static SimpleModule words() {
        return new SimpleModule("words")
                .addSerializer(StateCode.class, new TextWriter<>())
                .addDeserializer(StateCode.class, new StateReader())
                .addSerializer(RequestReference.class, new TextWriter<>())
                .addDeserializer(RequestReference.class, new ReferenceReader());
    }

    private static final class TextWriter<T> extends ValueSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(String.valueOf(value));
        }
    }

    private static final class StateReader extends ValueDeserializer<StateCode> {
        @Override
        public StateCode deserialize(JsonParser in, DeserializationContext context) {
            return new StateCode(in.getString());
        }
    }

    private static final class ReferenceReader extends ValueDeserializer<RequestReference> {
        @Override
        public RequestReference deserialize(JsonParser in, DeserializationContext context) {
            return RequestReference.parse(in.getString())
                    .orElseThrow(() -> new IllegalStateException("A row names no request"));
        }
    }

    private static final class FamilyWriter<T> extends ValueSerializer<T> {
        private final TaggedRecords<T> family;

        FamilyWriter(TaggedRecords<T> family) {
            this.family = family;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            context.writeValue(out, family.write(PLAIN, value));
        }
    }

    private static final class FamilyReader<T> extends ValueDeserializer<T> {
        private final TaggedRecords<T> family;

        FamilyReader(TaggedRecords<T> family) {
            this.family = family;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            JsonNode written = context.readTree(in);
            return family.read(PLAIN, written);
        }
    }
}
