package dev.hydrant.load;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** A fraction of whole numbers without bounds. */
record Fraction(BigInteger top, BigInteger bottom) {

    static final Fraction ZERO = of(0);

    static Fraction of(long value) {
        return new Fraction(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** Records a nanosecond. */
    static Fraction of(Rate rate) {
        BigDecimal value = rate.value();
        long seconds = rate.unit() == Rate.Unit.SECOND ? 1 : rate.unit() == Rate.Unit.MINUTE ? 60 : 3600;
        BigInteger scale = BigInteger.TEN.pow(Math.max(0, value.scale()));
        return new Fraction(
                value.multiply(new BigDecimal(scale)).toBigIntegerExact(),
                scale.multiply(BigInteger.valueOf(seconds * 1_000_000_000)));
    }

    Fraction plus(Fraction other) {
        return new Fraction(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom))
                .reduced();
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.top.negate(), other.bottom));
    }

    Fraction times(long factor) {
        return times(of(factor));
    }

    Fraction times(Fraction factor) {
        return new Fraction(top.multiply(factor.top), bottom.multiply(factor.bottom)).reduced();
    }

    Fraction over(long divisor) {
        return times(new Fraction(BigInteger.ONE, BigInteger.valueOf(divisor)));
    }

    /** The smallest whole number that is not below. */
    long ceil() {
        BigInteger[] quotient = top.divideAndRemainder(bottom);
        return quotient[0].longValueExact() + (quotient[1].signum() > 0 ? 1 : 0);
    }

    double toDouble() {
        return new BigDecimal(top)
                .divide(new BigDecimal(bottom), MathContext.DECIMAL64)
                .doubleValue();
    }

    private Fraction reduced() {
        BigInteger divisor = top.gcd(bottom);
        return new Fraction(top.divide(divisor), bottom.divide(divisor));
    }
}
