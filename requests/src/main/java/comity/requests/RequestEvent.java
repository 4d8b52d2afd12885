package comity.requests;

import java.util.function.Consumer;

/// Something that happened to a request, told after it is durable. Carries what a bell needs, nothing of the case.
public sealed interface RequestEvent permits RequestArrived, RequestMoved, RequestReminded {
    comity.kernel.RequestReference reference();

    /// Whoever wants to hear; called after the commit, on the thread that committed, so it must be quick.
    interface Listener extends Consumer<RequestEvent> {}
}
