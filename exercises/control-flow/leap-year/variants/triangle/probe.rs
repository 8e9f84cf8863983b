use super::*;

pub fn probe() {
    for (a, b, c) in [
        (3, 4, 5),
        (1, 2, 3),
        (3, 1, 2),
        (2, 3, 1),
        (0, 1, 1),
        (2, 2, 2),
        (9, 3, 3),
        (3, 9, 3),
    ] {
        println!("{a} {b} {c}: {}", is_triangle(a, b, c));
    }
}
