const fn squares() -> [u32; 5] {
    let mut list = [0; 5];
    let mut i = 0;
    while i < 4 {
        list[i] = (i * i) as u32;
        i += 1;
    }
    list
}

pub static SQUARES: [u32; 5] = squares();

pub fn square(n: usize) -> Option<u32> {
    SQUARES.get(n).copied()
}
