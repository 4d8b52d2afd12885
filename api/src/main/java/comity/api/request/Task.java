package comity.api.request;

import comity.api.Words;

/// One part of the form.
///
/// @param number from 1 to 8, in the order of the form
/// @param name its name in words
/// @param status how far it is
public record Task(
        int number,
        String name,

        @Words({"not-started", "in-progress", "cannot-complete-yet", "completed"})
        String status) {}
