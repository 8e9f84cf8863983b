use super::*;

pub fn probe() {
    for (x, y) in [
        (1, 1),
        (-3, 2),
        (-1, -1),
        (5, -2),
        (0, 7),
        (7, 0),
        (0, 0),
        (0, -4),
    ] {
        println!("{x} {y}: {}", quarter(x, y));
    }
}
