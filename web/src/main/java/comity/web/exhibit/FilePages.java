package comity.web.exhibit;

import comity.kernel.Actor;
import comity.kernel.ExhibitReference;
import comity.requests.Outcome;
import comity.requests.disclosure.Disclosures;
import comity.requests.disclosure.ExhibitAct;
import comity.vault.ExhibitFile;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.preservation.Outcomes;
import comity.web.preservation.Signed;
import comity.web.upload.Owner;
import comity.web.upload.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Files into an exhibit, out of it again, and what was opened out of the house as one ZIP file.
@Controller
public class FilePages {
    /// The ids of the two fields of the form.
    private static final String DIGESTS = "sha256";

    private static final String FILES = "file";

    private final Disclosures disclosures;
    private final ExhibitReader reader;
    private final Uploads uploads;

    public FilePages(Disclosures disclosures, ExhibitReader reader, Uploads uploads) {
        this.disclosures = disclosures;
        this.reader = reader;
        this.uploads = uploads;
    }

    /// Where the language switch and an offered-back form lead: the files are on the exhibit's own page.
    @GetMapping("/exhibits/{reference}/files")
    ModelAndView form(Page page, @PathVariable("reference") String reference) {
        return ExhibitPages.show(page, reader.read(page, reference), "", List.of());
    }

    /// Takes in every file that fits, and says of each other one why it does not.
    @PostMapping("/exhibits/{reference}/files")
    ModelAndView take(Page page, @PathVariable("reference") String reference, HttpServletRequest call)
            throws IOException {
        Actor who = Signed.in(page);
        Optional<FileForm> form = FileForm.of(call);
        ExhibitReference exhibit = ExhibitReader.reference(reference);
        List<Trouble> troubles;
        try {
            reader.require(page, reader.read(page, reference), ExhibitAct.COLLECT);
            troubles = form.isPresent() ? take(page, who, exhibit, form.get()) : List.of(noFile(page));
        } finally {
            if (form.isPresent()) {
                form.get().drain();
            }
        }
        if (troubles.isEmpty()) {
            return new ModelAndView("redirect:/exhibits/" + exhibit + "?done=files#files");
        }
        ModelAndView again = ExhibitPages.show(page, reader.read(page, reference), "", troubles);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private List<Trouble> take(Page page, Actor who, ExhibitReference exhibit, FileForm form) throws IOException {
        Digests digests = Digests.read(page.typed(DIGESTS));
        if (!digests.areReadable()) {
            return List.of(new Trouble(DIGESTS, page.t("complaint.digest-malformed")));
        }
        List<Trouble> troubles = new ArrayList<>();
        int files = 0;
        for (Optional<FileForm.Part> part = form.nextFile(); part.isPresent(); part = form.nextFile()) {
            files++;
            String name = part.get().name();
            for (String text : take(page, who, exhibit, part.get(), digests.of(name))) {
                troubles.add(new Trouble(FILES, page.t("exhibit.upload.failed", "name", name, "text", text)));
            }
        }
        return files == 0 ? List.of(noFile(page)) : troubles;
    }

    /// Takes one file in; what speaks against it, in words.
    private List<String> take(
            Page page, Actor who, ExhibitReference exhibit, FileForm.Part part, Optional<String> digest)
            throws IOException {
        try (InputStream bytes = new AtMost(uploads.largest(), part.bytes())) {
            Outcome<ExhibitFile> outcome = disclosures.take(who, exhibit, part.name(), digest, bytes);
            return Refusals.of(page, Map.of(), outcome).stream()
                    .map(Trouble::text)
                    .toList();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof AtMost.Exceeded) {
                return List.of(page.t("exhibit.upload.too-large", "bytes", uploads.largest()));
            }
            throw e;
        }
    }

    private static Trouble noFile(Page page) {
        return new Trouble(FILES, page.t("exhibit.upload.no-file"));
    }

    @PostMapping("/exhibits/{reference}/files/remove")
    ModelAndView remove(
            Page page,
            @PathVariable("reference") String reference,
            @RequestParam("name") String name,
            @RequestParam(value = "from", defaultValue = "") String from) {
        ExhibitReference exhibit = ExhibitReader.reference(reference);
        Outcomes.orProblem(disclosures.takeOut(Signed.in(page), exhibit, name));
        String stretch = ExhibitPages.number(from) > 0 ? "&file=" + ExhibitPages.number(from) : "";
        return new ModelAndView("redirect:/exhibits/" + exhibit + "?done=removed" + stretch + "#files");
    }

    /// Where the language switch leads when an upload could not be given up.
    @GetMapping("/exhibits/{reference}/uploads/{upload}/give-up")
    ModelAndView notGivenUp(@PathVariable("reference") String reference) {
        return new ModelAndView("redirect:/exhibits/" + ExhibitReader.reference(reference) + "#files");
    }

    /// Throws away what has come of an upload that the reader began.
    @PostMapping("/exhibits/{reference}/uploads/{upload}/give-up")
    ModelAndView giveUp(Page page, @PathVariable("reference") String reference, @PathVariable("upload") String upload) {
        ExhibitView view = reader.read(page, reference);
        ExhibitReference exhibit = view.exhibit().reference();
        String trouble = switch (uploads.giveUp(Owner.of(Signed.in(page), exhibit), upload)) {
            case DONE -> "";
            case GONE -> "exhibit.unfinished.gone";
            case BUSY -> "exhibit.unfinished.busy";
        };
        if (trouble.isEmpty()) {
            return new ModelAndView("redirect:" + view.address() + "?done=given-up#files");
        }
        ModelAndView again = ExhibitPages.show(page, view, "", List.of(new Trouble("", page.t(trouble))));
        again.setStatus(HttpStatus.CONFLICT);
        return again;
    }

    /// A list of what is not handed over, opened, byte for byte as its digest in the custody has it.
    @GetMapping("/exhibits/{reference}/remainders/{number:[1-9][0-9]{0,5}}.json")
    void remainder(
            Page page,
            @PathVariable("reference") String reference,
            @PathVariable("number") int number,
            HttpServletResponse answer)
            throws IOException {
        ExhibitReference exhibit = ExhibitReader.reference(reference);
        byte[] list = Outcomes.orProblem(disclosures.remainder(Signed.in(page), exhibit, number));
        answer.setContentType("application/json");
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + exhibit + "-remainder-" + number + ".json\"");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.getOutputStream().write(list);
    }

    /// What was opened, as a file to keep. Never shown: what is in it may harm whoever sees it, and the
    /// machine that shows it.
    @GetMapping("/exhibits/{reference}/opened.zip")
    void opened(Page page, @PathVariable("reference") String reference, HttpServletResponse answer) throws IOException {
        ExhibitReference exhibit = ExhibitReader.reference(reference);
        if (reader.read(page, reference).work().isPresent()) {
            // While it is being opened, only a part of it lies there.
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        Path folder = Outcomes.orProblem(disclosures.openedFor(Signed.in(page), exhibit));
        answer.setContentType("application/zip");
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + exhibit + ".zip\"");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        Zip.write(folder, exhibit.toString(), answer.getOutputStream());
    }
}
