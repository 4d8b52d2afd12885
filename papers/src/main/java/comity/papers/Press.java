package comity.papers;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/// Prints papers.
public final class Press {
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // It would tell the whole log about each letter that a font lacks.
        XRLog.setLoggingEnabled(false);
    }

    private Press() {}

    /// The paper as an A4 document: PDF/A-3u, tagged.
    ///
    /// @throws IllegalArgumentException when a drawing does more than draw
    public static byte[] print(Paper paper) {
        Document layout = Layout.of(paper);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(COLOURS);
        builder.withProducer("Comity");
        builder.useReplacementText("?");
        builder.useUriResolver((base, uri) -> null);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new Arabic());
        builder.useUnicodeLineBreaker(
                new ICUBreakers.ICULineBreaker(paper.language().locale()));
        builder.defaultTextDirection(paper.language().isRightToLeft() ? TextDirection.RTL : TextDirection.LTR);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withW3cDocument(layout, "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            builder.usePDDocument(document);
            Fonts.use(builder, document, layout.getDocumentElement().getTextContent());
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            Finish.date(document, paper.written());
            if (paper.attachment().isPresent()) {
                Finish.attach(document, paper.attachment().get(), paper.written());
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written but to memory", e);
        }
        return out.toByteArray();
    }
}
