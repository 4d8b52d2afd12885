package comity.web.exhibit;

import comity.kernel.Utf8;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/// A form with files, read as it comes: first its fields, which say who sends it and what was computed
/// before, then one file after the other. Nothing of a file is held in memory or laid down anywhere
/// but where it is taken in.
public final class FileForm {
    private static final String HERE = FileForm.class.getName();
    /// A name of a file may be long, and in some writings a letter has three bytes.
    private static final int LONGEST_PART_HEADER = 8 * 1024;

    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_FIELD = 256 * 1024;

    private final FileItemIterator parts;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private @Nullable FileItemStream next;

    /// One file of the form.
    public record Part(String name, InputStream bytes) {}

    private FileForm(FileItemIterator parts) {
        this.parts = parts;
    }

    /// Reads the fields before the first file.
    ///
    /// @throws IOException when it does not come, or is no such form
    static FileForm read(HttpServletRequest call) throws IOException {
        FileUpload upload = new FileUpload();
        upload.setHeaderEncoding("UTF-8");
        upload.setPartHeaderSizeMax(LONGEST_PART_HEADER);
        try {
            FileForm form = new FileForm(upload.getItemIterator(new ServletRequestContext(call)));
            form.readFields();
            call.setAttribute(HERE, form);
            return form;
        } catch (FileUploadException | InvalidFileNameException e) {
            throw new IOException("Not a form with files", e);
        }
    }

    /// The form that a call came with.
    public static Optional<FileForm> of(HttpServletRequest call) {
        return call.getAttribute(HERE) instanceof FileForm form ? Optional.of(form) : Optional.empty();
    }

    private void readFields() throws IOException, FileUploadException {
        while (next == null && parts.hasNext()) {
            FileItemStream part = parts.next();
            if (!part.isFormField()) {
                next = part;
            } else if (fields.size() < MOST_FIELDS) {
                fields.put(part.getFieldName(), text(part));
            }
        }
    }

    private static String text(FileItemStream part) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (InputStream in = part.openStream()) {
            text.write(in.readNBytes(LONGEST_FIELD));
            if (in.read() >= 0) {
                throw new IOException("A field of the form is too long");
            }
        }
        return Utf8.text(text.toByteArray());
    }

    Map<String, String> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /// The next file; empty when there is none any more. A choice of no file is no file. Fields behind the
    /// first file are not read.
    public Optional<Part> nextFile() throws IOException {
        try {
            FileItemStream found = next != null ? next : following();
            next = null;
            while (found != null && (found.isFormField() || nameOf(found).isEmpty())) {
                found = following();
            }
            return found == null ? Optional.empty() : Optional.of(new Part(nameOf(found), found.openStream()));
        } catch (FileUploadException e) {
            throw new IOException("The form broke off", e);
        }
    }

    private @Nullable FileItemStream following() throws IOException, FileUploadException {
        return parts.hasNext() ? parts.next() : null;
    }

    /// Some browsers send the folder, too; only the last part is the file's name. A name with a sign in it
    /// that no file can have is given on as it is, to be refused with a word about it.
    private static String nameOf(FileItemStream part) {
        String name;
        try {
            name = part.getName();
        } catch (InvalidFileNameException e) {
            name = e.getName();
        }
        return name == null ? "" : name.substring(name.lastIndexOf('/') + 1);
    }

    /// Reads to the end without keeping anything: a browser reads no answer before it has sent all.
    void drain() throws IOException {
        while (nextFile().isPresent()) {
            // The next one skips what is left of the one before.
        }
    }
}
