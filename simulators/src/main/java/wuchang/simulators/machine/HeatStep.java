package wuchang.simulators.machine;

/**
 * One step of the heat between kitchen, air and coil, by the trapezoid rule, which is stable at any
 * step and exact to the second order; the goods, a hundred times heavier, are taken as they are.
 *
 * @param air °C at its end
 * @param meanAir °C over the step
 * @param coil °C at its end, were there no ice on it
 */
record HeatStep(double air, double meanAir, double coil) {
  /**
   * A step of a cabinet.
   *
   * @param gap how far the door is open in the mean
   * @param moving the share of the fan's air that moves
   */
  static HeatStep of(
      ColdCabinet from, Moment moment, ColdFaults faults, double gap, double moving) {
    ColdBox box = from.box();
    Refrigeration plant = from.cooling();
    double dt = moment.seconds();
    double toCoil = plant.exchange(moving);
    double toGoods = faults.emptied() ? 0 : box.goodsExchange(moving);
    double toKitchen = box.wallLoss() + gap * box.doorExchange();
    double fan = moving * plant.plant().fanWatts();
    double colder = from.air() - plant.coil();
    double intoAir =
        toKitchen * (moment.ambient() - from.air())
            + toGoods * (from.goods() - from.air())
            + fan
            - toCoil * colder;
    double intoCoil = toCoil * colder + plant.warmth(faults);
    // The two equations (1 − dt/2 A) Δ = dt f, solved by Cramer's rule.
    double ofAir = dt / 2 / box.airHeat();
    double ofCoil = dt / 2 / plant.plant().coilHeat();
    double a = 1 + ofAir * (toCoil + toGoods + toKitchen);
    double d = 1 + ofCoil * (toCoil + plant.stiffness(faults));
    double determinant = a * d - ofAir * ofCoil * toCoil * toCoil;
    double air = 2 * ofAir * (d * intoAir + ofCoil * toCoil * intoCoil) / determinant;
    double coil = 2 * ofCoil * (a * intoCoil + ofAir * toCoil * intoAir) / determinant;
    return new HeatStep(from.air() + air, from.air() + air / 2, plant.coil() + coil);
  }
}
