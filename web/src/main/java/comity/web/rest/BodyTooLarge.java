package comity.web.rest;

import java.io.IOException;

/// More came than a call may carry.
final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("More than " + Door.LARGEST_BODY + " bytes");
    }
}
