package comity.vault.picture;

import comity.kernel.Utf8;
import comity.papers.Press;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// The custody as files for a bundle: drawn, and printed.
public final class CustodyFiles {
    /// The picture.
    public static final String PICTURE = "custody.svg";
    /// Picture, table and explanation on paper.
    public static final String PAPER = "custody.pdf";

    private CustodyFiles() {}

    /// The files by their names. Too many events for paper leave the paper out.
    ///
    /// @param drill whether all of it is an exercise, which the paper then says on every page
    public static Map<String, byte[]> of(CustodyPicture picture, boolean drill, Instant written) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(PICTURE, Utf8.bytes(picture.svg(CustodyPicture.WIDE)));
        if (picture.marks().size() <= CustodyPaper.MOST_EVENTS) {
            String marking = drill ? picture.words().say("paper.drill") : "";
            files.put(PAPER, Press.print(CustodyPaper.of(picture, marking, written)));
        }
        return files;
    }
}
