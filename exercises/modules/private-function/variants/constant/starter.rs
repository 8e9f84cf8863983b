pub mod vault {
    const CODE: u32 = 1234;
    const DIGITS: u32 = CODE.ilog10() + 1;

    pub fn open(code: u32) -> bool {
        code == CODE
    }
}

pub fn hint() -> String {
    format!("{} digits", vault::DIGITS)
}
