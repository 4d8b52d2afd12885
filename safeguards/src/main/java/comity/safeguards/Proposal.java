package comity.safeguards;

/// A question to the safeguards: may this act be done? Each act brings what its ruling depends on, and nothing
/// else of the case.
public sealed interface Proposal {
    Act act();

    /// The State that asks for the data.
    Standing requesting();

    /// The State that is asked.
    Standing requested();

    /// May this request be sent?
    ///
    /// @param assistanceIntended a request for legal assistance is to follow (art. 42(3)(f))
    /// @param necessity why it is necessary to keep the data (art. 42(3)(e))
    /// @param confidential the user must not be told (art. 42(3)(g))
    /// @param confidentialityEnds whether the request says when secrecy ends or is looked at again
    /// @param contentAsked content is among the data
    record AskPreservation(
            Standing requesting,
            Standing requested,
            Basis basis,
            NamedOffence offence,
            boolean assistanceIntended,
            String necessity,
            boolean confidential,
            boolean confidentialityEnds,
            boolean contentAsked)
            implements Proposal {
        @Override
        public Act act() {
            return Act.ASK_PRESERVATION;
        }
    }

    /// May this request be carried out by a domestic order?
    ///
    /// @param domesticOrder the reference of the order under the requested State's own law (arts 24, 25)
    /// @param judgement the person's answers to the two questions
    record OrderPreservation(
            Standing requesting,
            Standing requested,
            Basis basis,
            NamedOffence offence,
            String domesticOrder,
            Judgement judgement)
            implements Proposal {
        @Override
        public Act act() {
            return Act.ORDER_PRESERVATION;
        }
    }

    /// May this request be refused so?
    ///
    /// @param ground a code of [comity.law.RefusalGrounds]
    /// @param nationalLaw the provision of the refusing State's law, in words
    /// @param reasons what the other State will read
    /// @param consulted the States have consulted on this request before
    /// @param judgement the person's answers to the two questions
    record RefusePreservation(
            Standing requesting,
            Standing requested,
            NamedOffence offence,
            String ground,
            String nationalLaw,
            String reasons,
            boolean consulted,
            Judgement judgement)
            implements Proposal {
        @Override
        public Act act() {
            return Act.REFUSE_PRESERVATION;
        }
    }

    /// May what was collected be handed over?
    ///
    /// @param assistanceRequested a request for legal assistance stands behind it: a preservation
    ///     alone lets nothing out (arts 40, 42, 44)
    /// @param order the reference of the decision at home
    record HandOver(Standing requesting, Standing requested, boolean assistanceRequested, String order)
            implements Proposal {
        @Override
        public Act act() {
            return Act.HAND_OVER;
        }
    }

    /// May more time be refused so? The same grounds and rules as for the request itself.
    record RefuseExtension(
            Standing requesting,
            Standing requested,
            NamedOffence offence,
            String ground,
            String nationalLaw,
            String reasons,
            boolean consulted,
            Judgement judgement)
            implements Proposal {
        @Override
        public Act act() {
            return Act.ANSWER_EXTENSION;
        }
    }

    /// May data be asked for to avert an emergency?
    ///
    /// @param endangered who is in danger; only people count (art. 2(o))
    /// @param imminence why the danger is imminent
    /// @param tooSlow why the ordinary way is too slow
    /// @param declared the official has declared that it is true
    record AskEmergency(
            Standing requesting,
            Standing requested,
            Basis basis,
            NamedOffence offence,
            String endangered,
            String imminence,
            String tooSlow,
            boolean declared)
            implements Proposal {
        @Override
        public Act act() {
            return Act.ASK_EMERGENCY;
        }
    }

    /// May data be given at once, before any request for assistance?
    ///
    /// @param order the reference of the decision at home
    /// @param justification why this is an emergency, in sentences; stays in this State, for oversight
    /// @param substantialGrounds the person's answer to the question of art. 40(22)
    record AnswerEmergency(
            Standing requesting, Standing requested, String order, String justification, Answer substantialGrounds)
            implements Proposal {
        @Override
        public Act act() {
            return Act.ANSWER_EMERGENCY;
        }
    }
}
