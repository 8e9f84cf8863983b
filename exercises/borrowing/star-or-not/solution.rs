pub fn double_all(numbers: &mut [i32]) {
    for n in numbers.iter_mut() {
        *n *= 2;
    }
}

pub fn biggest_to_zero(a: &mut i32, b: &mut i32) {
    let (x, y) = (*a, *b);
    if x >= y {
        *a = 0;
    }
    if y >= x {
        *b = 0;
    }
}
