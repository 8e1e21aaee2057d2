package io.pasar.live.payment;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.kernel.money.Money;

/// A payment as the sandbox keeps it.
record SandboxPayment(PaymentIntentId intent, MemberId payer, Money amount, SandboxState state) {}
