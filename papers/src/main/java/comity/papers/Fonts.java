package comity.papers;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import comity.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// The fonts of every paper: Open Sans for Latin and Cyrillic, Markazi Text for Arabic, Noto Sans SC for
/// Chinese. They come with the build and are under the SIL Open Font License; a paper holds the letters
/// of them that it uses.
enum Fonts {
    LATIN("Open Sans", "OpenSans/OpenSans-Regular.ttf", "OpenSans/OpenSans-SemiBold.ttf"),
    ARABIC("Markazi Text", "Markazi/MarkaziText-Regular.ttf", "Markazi/MarkaziText-SemiBold.ttf"),
    /// One weight: each has ten megabytes.
    HAN("Noto Sans SC", "NotoSansSC/NotoSansSC-Regular.ttf", "");

    private static final String PLACE = "fonts/ttf/";
    private static final int REGULAR = 400;
    private static final int STRONG = 600;

    private final String family;
    private final String regular;
    private final String strong;

    Fonts(String family, String regular, String strong) {
        this.family = family;
        this.regular = regular;
        this.strong = strong;
    }

    /// How much larger the letters of a language have to be set to look as large as Latin ones.
    static double growth(Language language) {
        return language.isRightToLeft() ? 1.25 : 1;
    }

    /// The families in the order in which a letter is looked for, as CSS writes it.
    static String families(Language language) {
        Fonts first = switch (language) {
            case ARABIC -> ARABIC;
            case CHINESE -> HAN;
            case ENGLISH, FRENCH, RUSSIAN, SPANISH -> LATIN;
        };
        StringBuilder families = new StringBuilder("'" + first.family + "'");
        for (Fonts fonts : values()) {
            if (fonts != first) {
                families.append(",'").append(fonts.family).append('\'');
            }
        }
        return families.toString();
    }

    /// Hands the fonts to the printer; the Chinese one only when the paper has a Chinese sign, because
    /// reading it takes longer than all the rest.
    static void use(PdfRendererBuilder builder, PDDocument document, String everything) {
        for (Fonts fonts : values()) {
            if (fonts != HAN || everything.codePoints().anyMatch(Fonts::isHan)) {
                fonts.use(builder, document);
            }
        }
    }

    private void use(PdfRendererBuilder builder, PDDocument document) {
        builder.useFont(new Face(document, regular), family, REGULAR, FontStyle.NORMAL, true);
        if (!strong.isEmpty()) {
            builder.useFont(new Face(document, strong), family, STRONG, FontStyle.NORMAL, true);
        }
    }

    /// One file of a font, read when it is first asked for. Its letters are never joined into other
    /// signs: a digest with two `f` beside each other would be copied from the paper as something else.
    private static final class Face extends PDFontSupplier {
        private final PDDocument document;
        private final String name;
        private @Nullable PDFont font;

        Face(PDDocument document, String name) {
            // Nothing to hand out yet: the library asks again, by supply.
            super(null);
            this.document = document;
            this.name = name;
        }

        @Override
        public PDFont supply() {
            PDFont read = font;
            if (read == null) {
                read = read();
                font = read;
            }
            return read;
        }

        private PDFont read() {
            try {
                TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(bytes(name)));
                file.setEnableGsub(false);
                return PDType0Font.load(document, file, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isHan(int sign) {
        return sign >= 0x2E80 && sign <= 0x9FFF || sign >= 0xFF00 && sign <= 0xFFEF;
    }

    /// A file that belongs to this module.
    static InputStream open(String name) {
        InputStream file = Fonts.class.getResourceAsStream(PLACE + name);
        if (file == null) {
            throw new IllegalStateException("The build has left out " + name);
        }
        return file;
    }

    static byte[] bytes(String name) {
        try (InputStream file = open(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
