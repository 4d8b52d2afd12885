package comity.api.request;

import comity.api.Objection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a document looks like to the State that will get it.
///
/// @param sendable whether nothing blocks it
/// @param complaints everything that is wrong or worth doing, all at once, in the order of the form
/// @param completeness against the published needs of the requested State; nothing when no State is named yet
/// @param completenessAnyState against what the Convention asks of every request
/// @param tasks how far each part of the form is
public record Reading(
        boolean sendable,
        List<Objection> complaints,
        @Nullable Completeness completeness,
        Completeness completenessAnyState,
        List<Task> tasks) {
    public Reading {
        complaints = List.copyOf(complaints);
        tasks = List.copyOf(tasks);
    }
}
