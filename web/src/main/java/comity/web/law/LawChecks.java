package comity.web.law;

import comity.api.Objection;
import comity.api.law.CheckLaw;
import comity.api.law.LawCheck;
import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.kernel.Utf8;
import comity.law.living.LivingLaw;
import comity.law.offence.book.BookForm;
import comity.law.treaty.RegisterBook;
import comity.law.treaty.RegisterImport;
import comity.web.Messages;
import java.util.List;

/// Looks through a book of provisions or a treaty register that somebody is writing, with the same reader that takes a
/// published one. Keeps nothing.
public final class LawChecks {
    private final LivingLaw law;
    private final Messages messages;
    private final LawComplaints complaints;

    public LawChecks(LivingLaw law, Messages messages, LawComplaints complaints) {
        this.law = law;
        this.messages = messages;
        this.complaints = complaints;
    }

    public LawCheck check(Language language, CheckLaw file) {
        byte[] bytes = Utf8.bytes(file.text());
        return RegisterImport.isRegister(bytes)
                ? told(language, "treaties", ofRegister(bytes))
                : told(
                        language,
                        "provisions",
                        law.bookReader()
                                .read(file.form().equals("csv") ? BookForm.CSV : BookForm.JSON, bytes)
                                .complaints());
    }

    private List<Complaint> ofRegister(byte[] bytes) {
        return switch (law.read(RegisterBook.NAME, bytes)) {
            case LivingLaw.Proposed.Whole _ -> List.of();
            case LivingLaw.Proposed.Refused(List<Complaint> found) -> found;
        };
    }

    private LawCheck told(Language language, String kind, List<Complaint> found) {
        boolean whole = !Complaint.anyBlocks(found);
        List<Objection> objections = found.stream()
                .map(complaint -> complaints.objection(language, complaint))
                .toList();
        return new LawCheck(
                kind, whole, messages.text(language, whole ? "match.check.whole" : "match.check.refused"), objections);
    }
}
