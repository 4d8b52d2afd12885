package comity.law.treaty;

import comity.kernel.StateCode;
import comity.law.KnownCodes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks for contradictions in a register, and finds all of them.
final class RegisterCheck {
    private final TreatyRegister register;
    private final FinalProvisions provisions;
    private final List<RegisterFault> faults = new ArrayList<>();

    RegisterCheck(TreatyRegister register, FinalProvisions provisions) {
        this.register = register;
        this.provisions = provisions;
    }

    List<RegisterFault> faults(Collection<Instrument> instruments, Collection<Participant> participants) {
        onlyOnce(instruments, Instrument::code);
        onlyOnce(participants, participant -> participant.code().code());
        participants.forEach(this::isWhatItsCodeSays);
        instruments.forEach(this::namesItsStates);
        versions();
        register.acts().forEach(this::act);
        for (Participant participant : participants) {
            for (Instrument instrument : instruments) {
                course(participant.code(), instrument);
            }
        }
        return List.copyOf(faults);
    }

    private <T> void onlyOnce(Collection<T> all, Function<T, String> code) {
        Set<String> seen = new HashSet<>();
        all.stream().map(code).filter(one -> !seen.add(one)).forEach(one -> fault(one, RegisterFault.Kind.TWICE, ""));
    }

    private void isWhatItsCodeSays(Participant participant) {
        boolean organization = provisions.organizations().contains(participant.code());
        if (organization && participant.isState()) {
            fault(participant.code().code(), RegisterFault.Kind.NOT_A_STATE, "");
        }
        if (!organization && !KnownCodes.isKnown(participant.code())) {
            fault(participant.code().code(), RegisterFault.Kind.UNKNOWN_CODE, "");
        }
    }

    private void namesItsStates(Instrument instrument) {
        instrument.between().stream()
                .filter(state -> register.participant(state).isEmpty())
                .forEach(state -> fault(instrument.code(), RegisterFault.Kind.UNKNOWN_PARTICIPANT, state.code()));
    }

    private void versions() {
        Map<String, List<TreatyAct>> byId = register.everything().stream()
                .collect(Collectors.groupingBy(act -> act.head().id()));
        byId.forEach((id, acts) -> {
            List<Integer> numbers =
                    acts.stream().map(act -> act.head().version()).sorted().toList();
            for (int i = 0; i < numbers.size(); i++) {
                if (numbers.get(i) != i + 1) {
                    fault(id, RegisterFault.Kind.VERSIONS_BROKEN, numbers.toString());
                    break;
                }
            }
            boolean ofAnother = acts.stream()
                            .map(act -> act.head().by() + "/" + act.head().instrument() + "/" + act.getClass())
                            .distinct()
                            .count()
                    > 1;
            if (ofAnother) {
                fault(id, RegisterFault.Kind.CORRECTION_OF_ANOTHER, "");
            }
        });
    }

    private void act(TreatyAct act) {
        TreatyAct.Head head = act.head();
        if (register.participant(head.by()).isEmpty()) {
            fault(head.id(), RegisterFault.Kind.UNKNOWN_PARTICIPANT, head.by().code());
        }
        Optional<Instrument> instrument = register.instrument(head.instrument());
        if (instrument.isEmpty()) {
            fault(head.id(), RegisterFault.Kind.UNKNOWN_INSTRUMENT, head.instrument());
        }
        if (head.on().earliest().isAfter(register.asOf())) {
            fault(head.id(), RegisterFault.Kind.IN_THE_FUTURE, head.on() + " > " + register.asOf());
        }
        switch (act) {
            case TreatyAct.Signature signature -> inTime(signature);
            case TreatyAct.Deposit deposit -> bindingDay(deposit, instrument.orElse(null));
            case TreatyAct.Objection objection -> pointsTo(head, objection.to(), TreatyAct.Reservation.class);
            case TreatyAct.Withdrawal withdrawal -> takesBackItsOwn(withdrawal);
            case TreatyAct.Designation designation -> duty(head, designation.duty());
            case TreatyAct.Notification notification -> duty(head, notification.duty());
            case TreatyAct.Reservation _, TreatyAct.Declaration _, TreatyAct.Denunciation _ -> {}
        }
    }

    private void inTime(TreatyAct.Signature signature) {
        TreatyAct.Head head = signature.head();
        if (head.instrument().equals(Instrument.CONVENTION)
                && (head.on().latest().isBefore(provisions.signatureOpens().value())
                        || head.on()
                                .earliest()
                                .isAfter(provisions.signatureCloses().value()))) {
            fault(head.id(), RegisterFault.Kind.SIGNATURE_OUT_OF_TIME, head.on().toString());
        }
    }

    private void bindingDay(TreatyAct.Deposit deposit, @Nullable Instrument instrument) {
        if (instrument != null
                && !instrument.isConvention()
                && instrument.from().isPresent()
                && deposit.inForceOn().isEmpty()) {
            fault(deposit.head().id(), RegisterFault.Kind.BINDING_DAY_MISSING, instrument.code());
        }
    }

    private void duty(TreatyAct.Head head, Duty duty) {
        if (provisions.duty(duty.code()).isEmpty()) {
            fault(head.id(), RegisterFault.Kind.UNKNOWN_DUTY, duty.code());
        }
    }

    private void takesBackItsOwn(TreatyAct.Withdrawal withdrawal) {
        TreatyAct.Head head = withdrawal.head();
        pointsTo(head, withdrawal.of(), TreatyAct.class).ifPresent(of -> {
            boolean another =
                    !of.head().by().equals(head.by()) || !of.head().instrument().equals(head.instrument());
            boolean tooEarly = head.on().latest().isBefore(of.head().on().earliest());
            if (another || tooEarly || of instanceof TreatyAct.Withdrawal) {
                fault(head.id(), RegisterFault.Kind.WITHDRAWAL_OUT_OF_PLACE, withdrawal.of());
            }
        });
    }

    private Optional<TreatyAct> pointsTo(TreatyAct.Head from, String id, Class<? extends TreatyAct> kind) {
        Optional<TreatyAct> found = register.act(id).filter(kind::isInstance);
        if (found.isEmpty()) {
            fault(from.id(), RegisterFault.Kind.UNKNOWN_ACT, id);
        }
        return found;
    }

    /// What one participant did about one treaty, in the order of days.
    private void course(StateCode state, Instrument instrument) {
        List<TreatyAct.Signature> signatures = register.acts(TreatyAct.Signature.class, instrument.code(), state);
        for (int i = 1; i < signatures.size(); i++) {
            if (stillStands(signatures.get(i - 1), signatures.get(i).head().on())) {
                fault(signatures.get(i).head().id(), RegisterFault.Kind.SIGNED_TWICE, "");
            }
        }
        List<TreatyAct.Deposit> deposits = register.acts(TreatyAct.Deposit.class, instrument.code(), state);
        List<TreatyAct.Denunciation> leavings = register.acts(TreatyAct.Denunciation.class, instrument.code(), state);
        for (TreatyAct.Deposit deposit : deposits) {
            afterSignature(deposit, signatures);
        }
        for (int i = 1; i < deposits.size(); i++) {
            TreatyAct.Deposit before = deposits.get(i - 1);
            TreatyAct.Deposit next = deposits.get(i);
            if (stillStands(before, next.head().on())
                    && leavings.stream().noneMatch(leaving -> isBetween(before, leaving, next))) {
                fault(
                        next.head().id(),
                        RegisterFault.Kind.DEPOSITED_TWICE,
                        before.head().id());
            }
        }
        for (TreatyAct.Denunciation leaving : leavings) {
            boolean bound = deposits.stream()
                    .anyMatch(deposit -> !deposit.head()
                            .on()
                            .earliest()
                            .isAfter(leaving.head().on().latest()));
            if (!bound) {
                fault(leaving.head().id(), RegisterFault.Kind.DENUNCIATION_WITHOUT_INSTRUMENT, "");
            }
        }
    }

    private void afterSignature(TreatyAct.Deposit deposit, List<TreatyAct.Signature> signatures) {
        // Of other treaties the register may know the instrument and not the signature.
        if (!deposit.how().needsSignature() || !deposit.head().instrument().equals(Instrument.CONVENTION)) {
            return;
        }
        if (signatures.isEmpty()) {
            fault(
                    deposit.head().id(),
                    RegisterFault.Kind.INSTRUMENT_WITHOUT_SIGNATURE,
                    deposit.how().letter());
            return;
        }
        LocalDate latest = deposit.head().on().latest();
        if (signatures.stream()
                .allMatch(signature -> signature.head().on().earliest().isAfter(latest))) {
            fault(
                    deposit.head().id(),
                    RegisterFault.Kind.INSTRUMENT_BEFORE_SIGNATURE,
                    deposit.head().on() + " < " + signatures.getFirst().head().on());
        }
    }

    private static boolean isBetween(TreatyAct one, TreatyAct middle, TreatyAct other) {
        return middle.head().on().compareTo(one.head().on()) >= 0
                && middle.head().on().compareTo(other.head().on()) <= 0;
    }

    private boolean stillStands(TreatyAct act, When then) {
        return register.takenBack(act).map(day -> day.isAfter(then.latest())).orElse(true);
    }

    private void fault(String where, RegisterFault.Kind kind, String detail) {
        faults.add(new RegisterFault(where, kind, detail));
    }
}
