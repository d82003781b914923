//! What serde tells of a value, as JSON.

use std::fmt::Display;
use std::io::{self, Write};

use serde::ser::{
    self, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple,
};

use crate::render::json::texts;

/// Where lines end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Nowhere.
    OneLine,
    /// Before every entry of the outermost object, and of the lists in it.
    Lines,
}

/// Writes one value.
pub struct Serializer<'a, W> {
    to: &'a mut W,
    layout: Layout,
    depth: usize,
    /// Whether a text must be next.
    needs_text: bool,
}

impl<'a, W: Write> Serializer<'a, W> {
    /// One that writes there.
    pub fn new(to: &'a mut W, layout: Layout) -> Self {
        Serializer { to, layout, depth: 0, needs_text: false }
    }

    fn raw(&mut self, bytes: &[u8]) -> Result<(), Failed> {
        Ok(self.to.write_all(bytes)?)
    }
}

/// Why a value could not be written.
#[derive(Debug)]
pub struct Failed(io::Error);

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Failed(error)
    }
}

impl From<Failed> for io::Error {
    fn from(failed: Failed) -> Self {
        failed.0
    }
}

impl Display for Failed {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(to)
    }
}

impl std::error::Error for Failed {}

impl ser::Error for Failed {
    fn custom<T: Display>(why: T) -> Self {
        Failed(io::Error::new(io::ErrorKind::InvalidData, why.to_string()))
    }
}

/// The entries of a list or an object, one after another.
pub struct Entries<'s, 'a, W> {
    serializer: &'s mut Serializer<'a, W>,
    is_first: bool,
}

impl<'s, 'a, W: Write> Entries<'s, 'a, W> {
    fn begin(serializer: &'s mut Serializer<'a, W>, mark: &[u8]) -> Result<Self, Failed> {
        serializer.depth += 1;
        serializer.raw(mark)?;
        Ok(Entries { serializer, is_first: true })
    }

    /// Begins an entry, on a line of its own where it is no deeper than that.
    fn next(&mut self, deepest: usize) -> Result<(), Failed> {
        if !std::mem::take(&mut self.is_first) {
            self.serializer.raw(b",")?;
        }
        let begins_line =
            self.serializer.layout == Layout::Lines && self.serializer.depth <= deepest;
        if begins_line { self.serializer.raw(b"\n") } else { Ok(()) }
    }

    fn item(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Failed> {
        self.next(2)?;
        value.serialize(&mut *self.serializer)
    }

    fn end_list(self) -> Result<(), Failed> {
        self.serializer.depth -= 1;
        self.serializer.raw(b"]")
    }

    fn end_object(self) -> Result<(), Failed> {
        self.serializer.depth -= 1;
        let ends_all = self.serializer.layout == Layout::Lines && self.serializer.depth == 0;
        self.serializer.raw(if ends_all { b"\n}" } else { b"}" })
    }
}

/// Numbers are written as the standard library writes them.
macro_rules! numbers {
    ($($method:ident $number:ty),*) => {
        $(fn $method(self, number: $number) -> Result<(), Failed> {
            Ok(write!(self.to, "{number}")?)
        })*
    };
}

impl<'s, 'a, W: Write> ser::Serializer for &'s mut Serializer<'a, W> {
    type Ok = ();
    type Error = Failed;
    type SerializeSeq = Entries<'s, 'a, W>;
    type SerializeTuple = Entries<'s, 'a, W>;
    type SerializeTupleStruct = Impossible<(), Failed>;
    type SerializeMap = Entries<'s, 'a, W>;
    type SerializeStruct = Entries<'s, 'a, W>;
    type SerializeTupleVariant = Impossible<(), Failed>;
    type SerializeStructVariant = Impossible<(), Failed>;

    numbers!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64);
    numbers!(serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);

    fn serialize_bool(self, is: bool) -> Result<(), Failed> {
        self.raw(if is { b"true" } else { b"false" })
    }

    fn serialize_f32(self, _: f32) -> Result<(), Failed> {
        unwritten("a number with a fraction")
    }

    fn serialize_f64(self, _: f64) -> Result<(), Failed> {
        unwritten("a number with a fraction")
    }

    fn serialize_char(self, letter: char) -> Result<(), Failed> {
        self.serialize_str(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Failed> {
        self.needs_text = false;
        Ok(texts::write(self.to, text)?)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Failed> {
        unwritten("bytes")
    }

    fn serialize_none(self) -> Result<(), Failed> {
        self.raw(b"null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Failed> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Failed> {
        self.raw(b"null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Failed> {
        self.raw(b"null")
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Failed> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Failed> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<(), Failed> {
        unwritten(variant)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Failed> {
        Entries::begin(self, b"[")
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Failed> {
        Entries::begin(self, b"[")
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Failed> {
        unwritten(name)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Failed> {
        unwritten(variant)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Failed> {
        Entries::begin(self, b"{")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Failed> {
        Entries::begin(self, b"{")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Failed> {
        unwritten(variant)
    }
}

/// What no file of a site holds: nobody has asked how it would look.
fn unwritten<T>(what: &str) -> Result<T, Failed> {
    Err(ser::Error::custom(format_args!("no JSON for {what}")))
}

impl<W: Write> SerializeSeq for Entries<'_, '_, W> {
    type Ok = ();
    type Error = Failed;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        self.item(value)
    }

    fn end(self) -> Result<(), Failed> {
        self.end_list()
    }
}

impl<W: Write> SerializeTuple for Entries<'_, '_, W> {
    type Ok = ();
    type Error = Failed;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        self.item(value)
    }

    fn end(self) -> Result<(), Failed> {
        self.end_list()
    }
}

impl<W: Write> SerializeMap for Entries<'_, '_, W> {
    type Ok = ();
    type Error = Failed;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failed> {
        self.next(1)?;
        self.serializer.needs_text = true;
        key.serialize(&mut *self.serializer)?;
        if self.serializer.needs_text {
            return unwritten("a key that is no text");
        }
        self.serializer.raw(b":")
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        value.serialize(&mut *self.serializer)
    }

    fn end(self) -> Result<(), Failed> {
        self.end_object()
    }
}

impl<W: Write> SerializeStruct for Entries<'_, '_, W> {
    type Ok = ();
    type Error = Failed;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Failed> {
        self.next(1)?;
        texts::write_name(self.serializer.to, key)?;
        value.serialize(&mut *self.serializer)
    }

    fn end(self) -> Result<(), Failed> {
        self.end_object()
    }
}
