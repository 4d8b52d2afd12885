package comity.web.upload;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Holds back what the library would answer: a refusal is said in the caller's language, and what is whole may still be
/// refused.
final class TusAnswer extends HttpServletResponseWrapper {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status = SC_OK;
    private String error = "";

    TusAnswer(HttpServletResponse answer) {
        super(answer);
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        // Whoever writes the answer knows its length.
        if (value != null && !name.equalsIgnoreCase("Content-Length")) {
            headers.put(name, value);
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        setHeader(name, value);
    }

    @Override
    public void setDateHeader(String name, long date) {
        headers.put(name, HTTP_DATE.format(Instant.ofEpochMilli(date)));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int code) {
        status = code;
    }

    @Override
    public void sendError(int code, @Nullable String message) {
        status = code;
        error = message == null ? "" : message;
    }

    boolean isRefusal() {
        return status >= 400;
    }

    /// What the library says, in English.
    String error() {
        return error;
    }

    Map<String, String> headers() {
        return headers;
    }
}
