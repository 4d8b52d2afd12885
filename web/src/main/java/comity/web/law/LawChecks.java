package comity.web.law;

import comity.api.Objection;
import comity.api.law.CheckLaw;
import comity.api.law.LawCheck;
import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.law.BrokenLawFile;
import comity.law.living.LivingLaw;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.book.BookForm;
import comity.law.offence.book.BookReader;
import comity.law.offence.book.BookReading;
import comity.law.treaty.RegisterBook;
import comity.law.treaty.RegisterFault;
import comity.law.treaty.RegisterRefused;
import comity.law.words.LawWords;
import comity.web.Messages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks through a book of provisions or a treaty register that somebody is writing, with the same reader that takes a
/// published one. Keeps nothing.
public final class LawChecks {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Messages messages;
    private final LawWords words;
    private final BookReader books;
    private final RegisterBook registers;

    public LawChecks(LivingLaw law, Messages messages, LawWords words) {
        this.messages = messages;
        this.words = words;
        this.books = new BookReader(law.elements(), DualCriminalityRules.load());
        this.registers = new RegisterBook(law.provisions());
    }

    public LawCheck check(Language language, CheckLaw file) {
        byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
        BookForm form = file.form().equals("csv") ? BookForm.CSV : BookForm.JSON;
        if (form == BookForm.JSON && isRegister(bytes)) {
            return told(language, "treaties", register(language, bytes));
        }
        BookReading reading = books.read(form, bytes);
        return told(
                language,
                "provisions",
                reading.complaints().stream()
                        .map(complaint -> objection(language, complaint))
                        .toList());
    }

    /// A register names treaties; a book of provisions does not.
    private static boolean isRegister(byte[] bytes) {
        try {
            JsonNode file = JSON.readTree(bytes);
            return file.isObject() && (file.has("instruments") || file.has("participants"));
        } catch (JacksonException _) {
            // The reader of books says what is wrong with it.
            return false;
        }
    }

    private LawCheck told(Language language, String kind, List<Objection> objections) {
        boolean whole = objections.stream().noneMatch(Objection::blocks);
        return new LawCheck(
                kind, whole, messages.text(language, whole ? "match.check.whole" : "match.check.refused"), objections);
    }

    private Objection objection(Language language, Complaint complaint) {
        List<Object> pairs = new ArrayList<>();
        complaint.details().forEach((name, value) -> {
            pairs.add(name);
            pairs.add(value);
        });
        return new Objection(
                complaint.pointer(),
                complaint.code(),
                complaint.weight().name().toLowerCase(Locale.ROOT),
                words.text(language, String.join(".", "book", complaint.code()), pairs.toArray()),
                null);
    }

    private List<Objection> register(Language language, byte[] bytes) {
        try {
            registers.read("register", bytes);
            return List.of();
        } catch (RegisterRefused e) {
            return e.faults().stream().map(fault -> fault(language, fault)).toList();
        } catch (BrokenLawFile e) {
            return List.of(blocks(
                    "",
                    "register-broken",
                    messages.text(language, "match.fault.broken", "reason", String.valueOf(e.getMessage()))));
        }
    }

    private Objection fault(Language language, RegisterFault fault) {
        Map<String, String> details = Map.of("where", fault.where(), "detail", fault.detail());
        return blocks(
                "/" + fault.where(),
                "register-" + LawTeller.word(fault.kind()),
                messages.text(
                        language,
                        "match.fault." + fault.kind(),
                        details.entrySet().stream()
                                .flatMap(detail -> java.util.stream.Stream.of(detail.getKey(), detail.getValue()))
                                .toArray()));
    }

    private static Objection blocks(String pointer, String code, String text) {
        return new Objection(pointer, code, "blocks", text, null);
    }
}
