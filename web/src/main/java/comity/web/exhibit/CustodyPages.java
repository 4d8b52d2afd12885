package comity.web.exhibit;

import comity.papers.Press;
import comity.vault.picture.CustodyPaper;
import comity.vault.picture.CustodyPicture;
import comity.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The custody of an exhibit as a paper for a court.
@Controller
public class CustodyPages {
    private static final String SECONDS_TO_WAIT = "2";

    private final ExhibitReader reader;
    private final Printing printing;

    public CustodyPages(ExhibitReader reader, Printing printing) {
        this.reader = reader;
        this.printing = printing;
    }

    /// The paper in the reader's language, as a file to keep.
    @GetMapping("/exhibits/{reference}/custody.pdf")
    void paper(Page page, @PathVariable("reference") String reference, HttpServletResponse answer) throws IOException {
        ExhibitView view = reader.read(page, reference);
        if (!view.fitsOnPaper()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        CustodyPicture picture = view.picture();
        String marking = page.settings().drill() ? page.t("shell.drill") : "";
        Optional<byte[]> paper = printing.inTurn(() -> Press.print(CustodyPaper.of(picture, marking, page.now())));
        if (paper.isEmpty()) {
            answer.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        answer.setContentType("application/pdf");
        answer.setContentLength(paper.get().length);
        answer.setHeader(HttpHeaders.CONTENT_LANGUAGE, page.language().tag());
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"custody-" + view.reference() + ".pdf\"");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.getOutputStream().write(paper.get());
    }
}
