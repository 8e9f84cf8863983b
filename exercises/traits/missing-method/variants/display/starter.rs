use std::fmt;

pub struct Price(pub u32);

impl fmt::Display for Price {}
