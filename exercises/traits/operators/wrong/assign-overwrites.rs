use std::ops::{Add, AddAssign, Mul, Neg};

#[derive(Debug, PartialEq, Clone, Copy)]
pub struct Step {
    pub x: i32,
    pub y: i32,
}

impl Add for Step {
    type Output = Step;

    fn add(self, other: Step) -> Step {
        Step {
            x: self.x + other.x,
            y: self.y + other.y,
        }
    }
}

impl Neg for Step {
    type Output = Step;

    fn neg(self) -> Step {
        Step {
            x: -self.x,
            y: -self.y,
        }
    }
}

impl Mul<i32> for Step {
    type Output = Step;

    fn mul(self, times: i32) -> Step {
        Step {
            x: self.x * times,
            y: self.y * times,
        }
    }
}

impl AddAssign for Step {
    fn add_assign(&mut self, other: Step) {
        *self = other;
    }
}
