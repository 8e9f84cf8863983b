use super::*;

struct Cat;
struct Drum(u32);
impl Noise for Cat {
    fn decibel(&self) -> u32 {
        40
    }
}

impl Noise for Drum {
    fn decibel(&self) -> u32 {
        self.0
    }
}

#[test]
fn two_different_things() {
    assert_eq!(loudest(&Cat, &Drum(90)), 90, "the drum is louder");
    assert_eq!(loudest(&Cat, &Drum(10)), 40, "the cat is louder");
}

#[test]
fn one_function_for_all() {
    let f: fn(&dyn Noise, &dyn Noise) -> u32 = loudest;
    assert_eq!(f(&Cat, &Cat), 40, "it takes trait objects");
}
