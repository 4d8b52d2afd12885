package comity.web.law;

import comity.api.Objection;
import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.law.words.LawWords;
import comity.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The words for what is wrong with a book of provisions or a treaty register.
public final class LawComplaints {
    private static final String OF_REGISTER = "register-";

    private final Messages messages;
    private final LawWords words;

    public LawComplaints(Messages messages, LawWords words) {
        this.messages = messages;
        this.words = words;
    }

    /// @return empty when it is no complaint about the law
    public Optional<String> find(Language language, Complaint complaint) {
        Object[] details = details(complaint);
        if (complaint.code().startsWith(OF_REGISTER)) {
            String kind = complaint
                    .code()
                    .substring(OF_REGISTER.length())
                    .toUpperCase(Locale.ROOT)
                    .replace('-', '_');
            return Optional.of("match.fault." + kind)
                    .filter(messages::has)
                    .map(key -> messages.text(language, key, details).strip());
        }
        return words.complaint(language, complaint.code(), details);
    }

    /// The words; a code of a newer version has none yet and is shown as it is.
    private String text(Language language, Complaint complaint) {
        return find(language, complaint).orElse(complaint.code());
    }

    public Objection objection(Language language, Complaint complaint) {
        return new Objection(
                complaint.pointer(),
                complaint.code(),
                complaint.weight().name().toLowerCase(Locale.ROOT),
                text(language, complaint),
                null);
    }

    private static Object[] details(Complaint complaint) {
        List<Object> pairs = new ArrayList<>();
        complaint.details().forEach((name, value) -> {
            pairs.add(name);
            pairs.add(value);
        });
        return pairs.toArray();
    }
}
