package comity.api.act;

import comity.api.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What only a person can judge before an order or a refusal. Nothing is answered beforehand, and `unknown` is an
/// answer. It never leaves the node.
///
/// @param substantialGrounds whether there are substantial grounds to believe that the request serves to
///     prosecute or punish somebody for sex, race, language, religion, nationality, ethnic origin or political
///     opinions (art. 40(22))
/// @param protectedRole whether the person concerned seems to have a role that needs special care
/// @param roles which roles, when the answer is `yes`
/// @param necessity why keeping these data is, or is not, necessary and proportionate
public record Assess(
        @Words({"no", "yes", "unknown"}) String substantialGrounds,
        @Words({"no", "yes", "unknown"}) String protectedRole,

        @Words({"journalist", "lawyer", "health-worker", "rights-defender", "security-researcher", "clergy", "minor"})
        @Nullable
        List<String> roles,

        @Nullable String necessity) {}
