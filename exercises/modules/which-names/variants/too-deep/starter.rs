mod garden {
    fn water() -> u32 {
        3
    }

    mod beds {
        pub fn rose() -> u32 {
            super::water() + 1
        }
    }

    pub fn visit() -> u32 {
        beds::rose()
    }
}

fn main() {
    println!("{}", garden::visit());
    println!("{}", garden::beds::rose());
}
