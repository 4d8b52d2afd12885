package comity.law.dispute;

import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.KnownCodes;
import comity.law.LawDays;
import comity.law.offence.ProvisionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is disputed in one State's book, as it is published: the book `disputes/XA` beside `law/XA`.
/// It is a book of its own, so that nobody writes into the one for which the State vouches.
///
/// @param disputes in the order of their entries, then of who disputes them
public record DisputeBook(List<Dispute> disputes) {
    /// With what its name begins; the State's code follows.
    public static final String SHELF = "disputes/";
    /// The most disputes of one State's book.
    public static final int MOST = 400;

    static final String FORMAT = "comity-disputes/1";

    private static final String SECRETARIAT = "secretariat";
    private static final Pattern NAME = Pattern.compile("disputes/([A-Z]{2})");
    private static final Set<String> MEMBERS = Set.of("provision", "by", "on", "reason");
    /// What no reason needs: control signs, and the two that turn the direction of what follows.
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]|[\\u202D\\u202E]");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public DisputeBook {
        disputes = disputes.stream()
                .sorted(Comparator.comparing(Dispute::provision).thenComparing(DisputeBook::who))
                .toList();
    }

    public static DisputeBook empty() {
        return new DisputeBook(List.of());
    }

    /// The name of a State's book of disputes.
    public static String name(StateCode state) {
        return SHELF + state;
    }

    /// Whose entries a book of this name is about; empty when it is no book of disputes.
    public static Optional<StateCode> state(String name) {
        java.util.regex.Matcher found = NAME.matcher(name);
        return found.matches() ? Optional.of(new StateCode(found.group(1))) : Optional.empty();
    }

    /// What is disputed in one entry.
    public List<Dispute> of(ProvisionId id) {
        return disputes.stream()
                .filter(dispute -> dispute.provision().equals(id))
                .toList();
    }

    /// With one more; what the same one said of the same entry before is gone.
    public DisputeBook with(Dispute dispute) {
        List<Dispute> all =
                new ArrayList<>(without(dispute.by(), dispute.provision()).disputes());
        all.add(dispute);
        return new DisputeBook(all);
    }

    /// Without what one says of an entry.
    public DisputeBook without(Optional<StateCode> by, ProvisionId id) {
        return new DisputeBook(
                disputes.stream().filter(dispute -> !dispute.isOf(by, id)).toList());
    }

    /// Whether all that others say is the same in both.
    public boolean differsOnlyIn(Optional<StateCode> by, DisputeBook other) {
        return others(by).equals(other.others(by));
    }

    private Set<Dispute> others(Optional<StateCode> by) {
        return disputes.stream().filter(dispute -> !dispute.by().equals(by)).collect(Collectors.toSet());
    }

    private static String who(Dispute dispute) {
        return dispute.by().map(StateCode::code).orElse(SECRETARIAT);
    }

    /// What came of reading.
    public sealed interface Reading {
        /// It is whole.
        record Whole(DisputeBook book) implements Reading {}

        /// Nothing of it is taken.
        record Refused(List<Complaint> complaints) implements Reading {
            public Refused {
                complaints = List.copyOf(complaints);
            }
        }
    }

    /// Reads the disputes of one State's entries.
    public static Reading read(StateCode state, byte[] bytes) {
        List<Complaint> complaints = new ArrayList<>();
        List<Dispute> disputes = new ArrayList<>();
        try {
            JsonNode book = JSON.readTree(bytes);
            if (!FORMAT.equals(text(book.get("format")))) {
                complaints.add(complaint("/format", "format-unknown", FORMAT));
            }
            JsonNode list = book.path("disputes");
            if (!list.isArray()) {
                complaints.add(complaint("/disputes", "wrong-kind", "LIST"));
            } else if (list.size() > MOST) {
                complaints.add(complaint("/disputes", "too-long", Integer.toString(list.size())));
            } else {
                for (int i = 0; i < list.size(); i++) {
                    one(state, "/disputes/" + i, list.get(i), complaints).ifPresent(disputes::add);
                }
            }
        } catch (JacksonException e) {
            complaints.add(complaint("", "not-json", e.getOriginalMessage()));
        }
        Set<String> seen = new HashSet<>();
        disputes.stream()
                .filter(dispute -> !seen.add(dispute.provision() + " " + who(dispute)))
                .forEach(again -> complaints.add(complaint(
                        "/disputes", "dispute-twice", again.provision().id())));
        return complaints.isEmpty() ? new Reading.Whole(new DisputeBook(disputes)) : new Reading.Refused(complaints);
    }

    private static Optional<Dispute> one(StateCode state, String at, JsonNode node, List<Complaint> complaints) {
        int before = complaints.size();
        node.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> complaints.add(complaint(at, "field-unknown", name)));
        Optional<ProvisionId> provision = Optional.ofNullable(text(node.get("provision")))
                .flatMap(ProvisionId::parse)
                .filter(id -> id.state().equals(state));
        if (provision.isEmpty()) {
            complaints.add(complaint(at + "/provision", "provision-unknown", said(node, "provision")));
        }
        String by = said(node, "by");
        boolean known = by.equals(SECRETARIAT) || by.matches("[A-Z]{2}") && KnownCodes.isKnown(new StateCode(by));
        if (!known) {
            complaints.add(complaint(at + "/by", "state-unknown", by));
        }
        Optional<LocalDate> on = LawDays.read(said(node, "on"));
        if (on.isEmpty()) {
            complaints.add(complaint(at + "/on", "not-a-date", said(node, "on")));
        }
        String reason = said(node, "reason").strip();
        if (reason.isEmpty()) {
            complaints.add(complaint(at + "/reason", "is-missing", "reason"));
        } else if (reason.length() > Dispute.LONGEST_REASON) {
            complaints.add(complaint(at + "/reason", "too-long", Integer.toString(reason.length())));
        } else if (HIDDEN.matcher(reason).find()) {
            complaints.add(complaint(at + "/reason", "hidden-signs", ""));
        }
        return complaints.size() > before
                ? Optional.empty()
                : Optional.of(new Dispute(
                        provision.orElseThrow(),
                        by.equals(SECRETARIAT) ? Optional.empty() : Optional.of(new StateCode(by)),
                        on.orElseThrow(),
                        reason));
    }

    private static String said(JsonNode node, String member) {
        @Nullable String text = text(node.get(member));
        return text == null ? "" : text;
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node != null && node.isString() ? node.stringValue() : null;
    }

    private static Complaint complaint(String pointer, String code, String value) {
        String shown = value.length() <= 80 ? value : value.substring(0, 80) + "…";
        return Complaint.blocks(pointer, code).with(Map.of("value", shown));
    }

    /// The bytes in which it is published.
    public byte[] write() {
        ObjectNode book = JSON.createObjectNode();
        book.put("format", FORMAT);
        ArrayNode list = book.putArray("disputes");
        for (Dispute dispute : disputes) {
            list.addObject()
                    .put("provision", dispute.provision().id())
                    .put("by", who(dispute))
                    .put("on", dispute.on().toString())
                    .put("reason", dispute.reason());
        }
        return Utf8.bytes(JSON.writeValueAsString(book) + "\n");
    }
}
