use solution::*;

#[test]
fn small() {
    let want = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    for (i, w) in want.iter().enumerate() {
        assert_eq!(&to_roman(i as u32 + 1), w);
    }
}

#[test]
fn large() {
    assert_eq!(to_roman(1994), "MCMXCIV");
    assert_eq!(to_roman(3999), "MMMCMXCIX");
    assert_eq!(to_roman(440), "CDXL");
}
