package comity.papers;

import comity.kernel.Utf8;
import comity.papers.Paper.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// What is done to a document after it is laid out: its date, and the file inside.
final class Finish {
    private static final Pattern CREATED = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT);

    private Finish() {}

    /// The printer writes the machine's time; a paper says when its writer wrote it, in both places
    /// alike.
    static void date(PDDocument document, Instant written) throws IOException {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(written.getEpochSecond() * 1000);
        document.getDocumentInformation().setCreationDate(calendar);
        PDMetadata old = document.getDocumentCatalog().getMetadata();
        String told = CREATED.matcher(Utf8.text(old.toByteArray()))
                .replaceAll("$1" + SECONDS.format(written.atOffset(ZoneOffset.UTC)) + "$2");
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(Utf8.bytes(told));
        document.getDocumentCatalog().setMetadata(metadata);
        // The printer names each document by chance and by the clock; the same paper is to be the same bytes.
        document.setDocumentId(written.getEpochSecond());
    }

    /// PDF/A-3, 6.8: the file says what it is to the document, and the document that it has the file.
    static void attach(PDDocument document, Attachment attachment, Instant written) throws IOException {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(written.getEpochSecond() * 1000);
        PDEmbeddedFile file =
                new PDEmbeddedFile(document, new ByteArrayInputStream(attachment.json()), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(attachment.json().length);
        file.setCreationDate(calendar);
        file.setModDate(calendar);
        PDComplexFileSpecification named = new PDComplexFileSpecification();
        named.setFile(attachment.name());
        named.setFileUnicode(attachment.name());
        named.setFileDescription(Signs.plain(attachment.words()));
        named.setEmbeddedFile(file);
        named.setEmbeddedFileUnicode(file);
        named.getCOSObject().setName("AFRelationship", "Alternative");
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(attachment.name(), named));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(named.getCOSObject());
        document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }
}
